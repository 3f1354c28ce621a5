import functools
from multiprocessing import Pool


def step(n, x):
    return x + n


def twice(n, x):
    return step(n, step(n, x))


def added(xs, n):
    with Pool(2) as pool:
        return pool.map(functools.partial(twice, n), xs)


def _step(n, x):
    return x - n


def thrice(n, x):
    return _step(n, _step(n, _step(n, x)))


def subtracted(xs, n):
    with Pool(2) as pool:
        return pool.map(functools.partial(thrice, n), xs)


if __name__ == "__main__":
    print(added([1], 2), subtracted([1], 2))
