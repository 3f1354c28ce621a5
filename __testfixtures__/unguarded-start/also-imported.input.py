#!/usr/bin/env python3
from multiprocessing import Pool


def square(number):
    return number * number


with Pool(2) as pool:
    print(pool.map(square, range(3)))
