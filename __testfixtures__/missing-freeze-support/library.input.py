import multiprocessing
import sys

BUNDLED = getattr(sys, "frozen", False)


def work(n):
    return n * 2


def work_all(numbers):
    with multiprocessing.Pool(2) as pool:
        return pool.map(work, numbers)
