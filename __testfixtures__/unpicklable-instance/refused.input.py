"""The worker needs the attribute, or may."""
import sqlite3
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Process


class Uses:
    def __init__(self):
        self.connection = sqlite3.connect("a.db")

    def read(self, key):
        return self.query(key)

    def query(self, key):
        return self.connection.execute(key)

    def run(self):
        with Pool(2) as pool:
            return pool.map(self.read, ["a"])


class HandsOn:
    def __init__(self):
        self.lock = threading.Lock()

    def work(self):
        print(self)

    def start(self):
        Process(target=self.work).start()


class Ends:
    def __init__(self):
        self.executor = ProcessPoolExecutor()

    def __del__(self):
        self.executor.shutdown()

    def work(self, number):
        return number

    def run(self):
        return self.executor.submit(self.work, 1)


class Row:
    def __init__(self):
        self.convert = lambda value: value


def use(row):
    return row


def main():
    with Pool(2) as pool:
        pool.apply(use, (Row(),))
        pool.apply_async(Row().__init__)


if __name__ == "__main__":
    main()
