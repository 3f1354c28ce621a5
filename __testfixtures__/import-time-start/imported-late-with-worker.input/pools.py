"""To find `double` the children import this file."""
from multiprocessing import Pool


def double(number):
    return number * 2


pool = Pool(2)


def doubled(numbers):
    return pool.map(double, numbers)
