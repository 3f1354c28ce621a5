import functools
from multiprocessing import Pool

# What the file computes.


def logged(function):
    @functools.wraps(function)
    def call(*args):
        return function(*args)

    return call


# How far the table goes.
LIMIT = 2 * 10


def clip(n):
    return min(n, LIMIT)


@logged
def work(n, scale=LIMIT):  # the worker
    # Nothing is beyond the limit.
    return clip(n * scale)


if __name__ == "__main__":
    NAMES = ("one", "two")

    print(NAMES, LIMIT)
    with Pool(2) as pool:
        print(pool.map(work, range(3)))
