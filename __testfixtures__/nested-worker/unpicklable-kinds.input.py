import sqlite3
import sys
import threading
from multiprocessing import Lock, Pool, Process


def start(work):
    process = Process(target=work)
    process.start()
    process.join()


def handlers():
    actions = {"a": 1, "b": lambda value: value + 1}

    def work():
        print(actions["b"](1))

    start(work)


def cursor():
    rows = sqlite3.connect(":memory:").cursor()

    def work():
        print(rows.execute("select 1").fetchall())

    start(work)


def output():
    out = sys.stdout

    def work():
        out.write("written\n")

    start(work)


def view():
    names = {"a": 1}.keys()

    def work():
        print(list(names))

    start(work)


def given(lock):
    def work():
        with lock:
            print("alone")

    start(work)


def given_to_pool(lock, values):
    def work(value):
        with lock:
            return value

    with Pool(2) as pool:
        return pool.map(work, values)


if __name__ == "__main__":
    handlers()
    cursor()
    output()
    view()
    given(threading.Lock())
    given_to_pool(Lock(), [1, 2])
