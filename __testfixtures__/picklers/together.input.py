import multiprocessing, os

if __name__ == "__main__":
    with multiprocessing.Pool(int(os.environ["WORKERS"])) as pool:
        print(pool.map(lambda x: x, [1]))
