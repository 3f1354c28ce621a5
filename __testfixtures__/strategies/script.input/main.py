#!/usr/bin/env python3
"""Squares, made in a pool."""
import multiprocessing


def square(x):
    return x * x


pool = multiprocessing.Pool(2)
print(pool.map(square, range(4)))
pool.close()
pool.join()
