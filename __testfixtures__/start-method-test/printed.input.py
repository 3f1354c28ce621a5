import multiprocessing as mp

if __name__ == "__main__":
    print("spawn" if mp.get_start_method() == "spawn" else "other")
    with mp.Pool(2) as pool:
        print(pool.map(abs, [-1]))
