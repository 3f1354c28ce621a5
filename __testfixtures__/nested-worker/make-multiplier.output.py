import functools
from multiprocessing import Pool


def multiply(factor, x):
    return x * factor


def make_multiplier(factor):
    return functools.partial(multiply, factor)


if __name__ == "__main__":
    triple = make_multiplier(3)
    print(triple(14))
    with Pool(processes=2) as pool:
        print(pool.map(make_multiplier(2), [1, 2, 3]))
        print(pool.map(triple, [1, 2, 3]))
