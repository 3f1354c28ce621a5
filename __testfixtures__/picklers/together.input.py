import multiprocessing, os

if __name__ == "__main__":
    with multiprocessing.Pool(os.cpu_count()) as pool:
        print(pool.map(lambda x: x, [1]))
