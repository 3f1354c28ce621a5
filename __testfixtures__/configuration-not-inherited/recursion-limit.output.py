import sys
from multiprocessing import Pool


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def _init_worker():
    sys.setrecursionlimit(5_000)


if __name__ == "__main__":
    sys.setrecursionlimit(5_000)
    with Pool(2, initializer=_init_worker) as pool:
        print(pool.map(depth, [2000, 2500]))
