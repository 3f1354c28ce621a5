from functools import partial
from multiprocessing.pool import Pool


def _powers_worker(exponent, n):
    return n**exponent - 1


def powers(numbers, exponent):
    with Pool(2) as workers:
        return list(workers.imap(partial(_powers_worker, exponent), numbers))


if __name__ == "__main__":
    show = partial(print, "powers:")
    show(powers([1, 2, 3], 3))
