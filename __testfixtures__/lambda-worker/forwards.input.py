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


def main():
    with Pool(2) as pool:
        print(pool.map(lambda s: len(s), ["a", "bb"]))
        print(pool.map(lambda x: math.sqrt(x), [4, 9]))
        print(pool.starmap(lambda a, b: add(a, b), [(1, 2), (3, 4)]))
        print(pool.map((lambda path: basename(path)), ["/a/b", "/c"]))
        print([p.x for p in pool.map(lambda x: Point(x), [1, 2])])
        print(pool.map(lambda x: Point.mirrored(x), [1, 2]))
        print(pool.starmap(lambda x, y: op.mul(x, y), [(2, 3)]))
        # Another order is another function.
        print(pool.starmap(lambda a, b: op.sub(b, a), [(1, 2), (3, 4)]))


if __name__ == "__main__":
    main()
