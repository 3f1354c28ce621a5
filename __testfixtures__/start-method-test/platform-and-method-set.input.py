import multiprocessing
import sys


def make_pool(initializer, initargs):
    if sys.platform in ("win32", "darwin"):
        return multiprocessing.Pool(2, initializer, initargs)
    multiprocessing.set_start_method("fork")
    return multiprocessing.Pool(2)
