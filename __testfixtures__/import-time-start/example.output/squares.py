"""Squares, worked out by several processes."""
from functools import lru_cache
from multiprocessing import Pool


def square(number):
    return number * number


@lru_cache(maxsize=None)
def _get_pool():
    return Pool(2)


def squares(numbers):
    return _get_pool().map(square, numbers)
