import threading
from multiprocessing import Pool

from . import prices

LIMIT = 0
lock = None


def guarded(amount):
    with lock:
        return amount + 1


def check(amount):
    return amount <= LIMIT


def main():
    global LIMIT, lock
    lock = threading.Lock()
    with Pool(2) as pool:
        print(pool.map(guarded, [5, 15]))
    LIMIT = 10
    with Pool(2) as pool:
        print(pool.map(check, [5, 15]))
    print(prices.TAX)
