import multiprocessing
import sys


def pooled(work, items):
    with multiprocessing.get_context("fork").Pool() as pool:
        return pool.map(work, items)


def serial(work, items):
    return [work(item) for item in items]


def run(work, items):
    if sys.platform.startswith("win"):
        return serial(work, items)
    else:
        return pooled(work, items)
