from collections import namedtuple
from multiprocessing import Pool


def work(point):
    return point.x + point.y


def main():
    Point = namedtuple("Point", "x y")
    with Pool(1) as pool:
        print(pool.map(work, [Point(1, 2)]))


if __name__ == "__main__":
    main()
