"""Roots of some numbers."""
import sys
from multiprocessing import Pool


def root(n):
    return math.sqrt(n)


if __name__ == "__main__":
    import math

    with Pool(2) as pool:
        print(pool.map(root, [1, 4, 9]), file=sys.stdout)
