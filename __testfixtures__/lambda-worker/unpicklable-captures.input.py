import sqlite3
import subprocess
import threading
from multiprocessing import Pool


def with_lock(xs):
    lock = threading.Lock()
    with Pool(2) as pool:
        return pool.map(lambda x: (lock.acquire(), x, lock.release()), xs)


def with_file(xs, path):
    with open(path) as log, Pool(2) as pool:
        return pool.map(lambda x: log.read(x), xs)


def with_connection(xs):
    connection = sqlite3.connect(":memory:")
    with Pool(2) as pool:
        return pool.map(lambda x: connection.execute(x), xs)


def with_process(xs):
    with subprocess.Popen(["cat"]) as server, Pool(2) as pool:
        return pool.map(lambda x: server.communicate(x), xs)


def with_generator(xs):
    words = (word for word in xs)
    with Pool(2) as pool:
        return pool.map(lambda x: (next(words), x), xs)


def with_pool(xs):
    with Pool(2) as pool:
        return pool.map(lambda x: pool.map(abs, [x]), xs)


def with_lambda(xs):
    twice = lambda x: x * 2
    with Pool(2) as pool:
        return pool.map(lambda x: twice(x) + 1, xs)


def with_nested(xs):
    def twice(x):
        return x * 2

    with Pool(2) as pool:
        return pool.map(lambda x: twice(x) + 1, xs)


def with_local_class(xs):
    class Point:
        pass

    with Pool(2) as pool:
        return pool.map(lambda x: Point(), xs)


if __name__ == "__main__":
    with_lock([1])
