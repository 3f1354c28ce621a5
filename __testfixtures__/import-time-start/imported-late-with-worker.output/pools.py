"""To find `double` the children import this file."""
from functools import lru_cache
from multiprocessing import Pool


def double(number):
    return number * 2


@lru_cache(maxsize=None)
def _get_pool():
    return Pool(2)


def doubled(numbers):
    return _get_pool().map(double, numbers)
