import functools
from functools import lru_cache, wraps
from multiprocessing import Pool


def plain(func):
    @functools.wraps(func)
    def inner(*args):
        return func(*args)

    return inner


def with_options(option):
    def decorate(func):
        @wraps(func)
        def inner(*args):
            return func(*args, option)

        return inner

    return decorate


def updated(func):
    def inner(*args):
        return func(*args)

    return functools.update_wrapper(inner, func)


def renamed(func):
    def inner(*args):
        return func(*args)

    inner.__name__ = func.__name__
    inner.__qualname__ = func.__qualname__
    return inner


def registered(func):
    REGISTER.append(func)
    return func


REGISTER = []


@plain
def one(number):
    return number


@with_options(1)
def two(number, option):
    return number


@updated
def three(number):
    return number


@renamed
def four(number):
    return number


@registered
def five(number):
    return number


@lru_cache
def six(number):
    return number


if __name__ == "__main__":
    with Pool(2) as pool:
        for function in (one, two, three, four, five, six):
            pool.map(function, [1, 2, 3])
        pool.map(one, [1])
        pool.map(two, [1])
        pool.map(three, [1])
        pool.map(four, [1])
        pool.map(five, [1])
        pool.map(six, [1])
