import math
import operator as op
from multiprocessing import Pool
from os.path import basename


def add(a, b):
    return a + b


class Point:
    def __init__(self, x):
        self.x = x

    @staticmethod
    def mirrored(x):
        return -x


def _worker(a, b):
    return op.sub(b, a)


def main():
    with Pool(2) as pool:
        print(pool.map(len, ["a", "bb"]))
        print(pool.map(math.sqrt, [4, 9]))
        print(pool.starmap(add, [(1, 2), (3, 4)]))
        print(pool.map(basename, ["/a/b", "/c"]))
        print([p.x for p in pool.map(Point, [1, 2])])
        print(pool.map(Point.mirrored, [1, 2]))
        print(pool.starmap(op.mul, [(2, 3)]))
        # Another order is another function.
        print(pool.starmap(_worker, [(1, 2), (3, 4)]))


if __name__ == "__main__":
    main()
