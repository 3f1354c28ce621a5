import functools
from multiprocessing import Pool


def step(value, rate):
    return value + rate


def grow(values, rate):
    with Pool(2) as pool:
        return pool.map(functools.partial(step, rate=rate), values)


if __name__ == "__main__":
    print(grow([1, 2], 5))
