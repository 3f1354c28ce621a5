import functools
import logging
import sqlite3
from multiprocessing import Pool

cache = {}
connection = None
log = None
calls = 0
state = {"worker": None}


def connect(path):
    global connection, log
    connection = sqlite3.connect(path)
    log = logging.getLogger("worker")
    state["worker"] = "ready"


@functools.lru_cache(maxsize=None)
def slow(number):
    return number ** 2


def work(number):
    global calls
    calls += 1
    if calls % 100 == 0:
        log.info("%d calls", calls)
    if number not in cache:
        cache[number] = slow(number)
    return cache[number], state["worker"]


def main():
    with Pool(2, connect, (":memory:",)) as pool:
        print(pool.map(work, range(5)))
    print(work(3))


if __name__ == "__main__":
    main()
