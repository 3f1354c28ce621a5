from multiprocessing import Pool

import somewhere
from somewhere import decorated


def bare(func):
    def inner(*args):
        return func(*args)

    return inner


def perhaps(func):
    def inner(*args):
        return func(*args)

    return somewhere.make(inner, func)


def optional(func=None, *, times=1):
    def decorate(f):
        def inner(*args):
            return f(*args) * times

        return inner

    return decorate if func is None else decorate(func)


@decorated
@bare
def one(number):
    return number


@perhaps
def two(number):
    return number


@optional
def three(number):
    return number


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(one, [1])
        pool.map(two, [1])
        pool.map(three, [1])
