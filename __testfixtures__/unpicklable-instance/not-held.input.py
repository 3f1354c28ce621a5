"""The attribute is not there when the instance is pickled, or can be pickled."""
import logging
import multiprocessing
import sqlite3
import threading
from multiprocessing import Manager, Pool, Process, Queue


class Later:
    def __init__(self):
        self.connection = None
        self.log = logging.getLogger(__name__)

    def start(self):
        Process(target=self.work).start()

    def work(self):
        self.connection = sqlite3.connect("a.db")


class Afterwards:
    def start(self):
        process = Process(target=self.work)
        process.start()
        self.thread = threading.Thread(target=process.join)
        self.thread.start()

    def work(self):
        return 1


class Own:
    def __init__(self):
        self.process = Process(target=self.work)
        self.queue = Queue()
        self.manager_queue = Manager().Queue()

    def start(self):
        self.process.start()

    def work(self):
        self.queue.put(1)


class Sometimes:
    def __init__(self, path=None):
        if path:
            self.file = open(path)

    def work(self, number):
        return number

    def run(self):
        with Pool(2) as pool:
            return pool.map(self.work, [1])


class Dropped:
    def __init__(self):
        self.pool = Pool(2)

    def work(self, number):
        return number

    def run(self):
        pool, self.pool = self.pool, None
        with pool:
            return pool.map(self.work, [1])


class Static:
    def __init__(self):
        self.pool = Pool(2)

    @staticmethod
    def work(number):
        return number

    @classmethod
    def make(cls, number):
        return number

    def run(self):
        self.pool.map(self.work, [1])
        return self.pool.map(self.make, [1])


class Locked:
    def __init__(self):
        self.lock = threading.Lock()

    def start(self):
        Process(target=self.work).start()

    def work(self):
        return 1


class Unlocked(Locked):
    def __init__(self):
        self.name = "unlocked"


class Forked:
    def __init__(self):
        self.lock = threading.Lock()

    def work(self):
        return 1

    def start(self):
        multiprocessing.get_context("fork").Process(target=self.work).start()
        threading.Thread(target=self.work).start()


if __name__ == "__main__":
    static = Static()
    static.run()
    Unlocked().start()
