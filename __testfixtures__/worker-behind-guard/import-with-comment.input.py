from multiprocessing import Pool

if __name__ == "__main__":
    import time
    import math  # for the workers

    def root(n):
        return math.sqrt(n)

    begin = time.time()
    with Pool(2) as pool:
        print(pool.map(root, [1, 4, 9]), time.time() >= begin)
