#!/usr/bin/env python3
"""Squares, made in a pool."""

from _start_method import context


def square(x):
    return x * x


# Depends on fork: processes are started while the main module is imported (MP101).
pool = context().Pool(2)
print(pool.map(square, range(4)))
pool.close()
pool.join()
