"""Squares, worked out by several processes."""
from multiprocessing import Pool


def square(number):
    return number * number


POOL = Pool(2)


def squares(numbers):
    return POOL.map(square, numbers)
