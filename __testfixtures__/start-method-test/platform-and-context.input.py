import multiprocessing
import sys


def run(work, items):
    if sys.platform in ("win32", "darwin"):
        return [work(item) for item in items]
    with multiprocessing.get_context("fork").Pool(2) as pool:
        return pool.map(work, items)
