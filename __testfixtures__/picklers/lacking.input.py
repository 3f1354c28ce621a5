from multiprocessing import Pool, Queue

if __name__ == "__main__":
    results = Queue()
    with Pool(2) as pool:
        print(pool.map(lambda x: x, [1]))
