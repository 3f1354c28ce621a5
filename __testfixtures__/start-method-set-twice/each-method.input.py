import multiprocessing as mp

if __name__ == "__main__":
    for method in mp.get_all_start_methods():
        mp.set_start_method(method)
        with mp.Pool(2) as pool:
            print(method, pool.map(abs, [1]))
