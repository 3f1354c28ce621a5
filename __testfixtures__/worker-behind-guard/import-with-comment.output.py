import math  # for the workers
from multiprocessing import Pool


def root(n):
    return math.sqrt(n)


if __name__ == "__main__":
    import time

    begin = time.time()
    with Pool(2) as pool:
        print(pool.map(root, [1, 4, 9]), time.time() >= begin)
