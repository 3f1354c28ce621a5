import multiprocessing
import sys


def run(work, items):
    if sys.platform == "win32":
        return [work(item) for item in items]
    with multiprocessing.Pool(2) as pool:
        return pool.map(work, items)
