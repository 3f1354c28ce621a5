import sys
from multiprocessing import Pool


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


if __name__ == "__main__":
    sys.setrecursionlimit(5_000)
    with Pool(2) as pool:
        print(pool.map(depth, [2000, 2500]))
