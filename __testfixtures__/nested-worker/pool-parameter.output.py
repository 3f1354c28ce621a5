import functools
from multiprocessing import Pool


def work(factor, n):
    return n * factor


def scale(pool, numbers, factor):
    return pool.map(functools.partial(work, factor), numbers)


def main():
    with Pool(2) as pool:
        print(scale(pool, [1, 2], 3))


if __name__ == "__main__":
    main()
