import functools
from multiprocessing import Pool


def _make_multiplier_worker(factor, x):
    return x * factor


def make_multiplier(factor):
    return functools.partial(_make_multiplier_worker, factor)


def _add(amount, x):
    return x + amount


def make_adder(amount):
    add = functools.partial(_add, amount)
    return add


if __name__ == "__main__":
    double = make_multiplier(2)
    with Pool(2) as pool:
        print(pool.map(make_multiplier(3), [1, 2]))
        print(pool.map(double, [1, 2]), double(5))
        print(pool.map(make_adder(1), [1, 2]))
