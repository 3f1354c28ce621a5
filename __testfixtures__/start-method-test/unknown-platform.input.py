import multiprocessing
import sys


def make_pool(wish, initializer, initargs):
    if sys.platform == wish:
        return multiprocessing.Pool(2, initializer, initargs)
    return multiprocessing.Pool(2)
