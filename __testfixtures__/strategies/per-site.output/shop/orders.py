import threading
from multiprocessing import Pool

from . import prices
from ._start_method import context

LIMIT = 0
lock = None


def guarded(amount):
    with lock:
        return amount + 1


def check(amount):
    return amount <= LIMIT


def _init_worker(limit):
    global LIMIT
    LIMIT = limit


def main():
    global LIMIT, lock
    lock = threading.Lock()
    # Depends on fork: workers read a global that only the parent sets (MP501).
    with context().Pool(2) as pool:
        print(pool.map(guarded, [5, 15]))
    LIMIT = 10
    with Pool(2, initializer=_init_worker, initargs=(LIMIT,)) as pool:
        print(pool.map(check, [5, 15]))
    print(prices.TAX)
