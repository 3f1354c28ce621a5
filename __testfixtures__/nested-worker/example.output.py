import functools
from multiprocessing import Pool


def scale(factor, value):
    return value * factor


def scale_all(values, factor):
    with Pool(2) as pool:
        return pool.map(functools.partial(scale, factor), values)


if __name__ == "__main__":
    print(scale_all([1, 2, 3], 10))
