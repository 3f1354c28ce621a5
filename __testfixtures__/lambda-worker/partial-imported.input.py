from functools import partial
from multiprocessing.pool import Pool


def powers(numbers, exponent):
    with Pool(2) as workers:
        return list(workers.imap(lambda n: n**exponent - 1, numbers))


if __name__ == "__main__":
    show = partial(print, "powers:")
    show(powers([1, 2, 3], 3))
