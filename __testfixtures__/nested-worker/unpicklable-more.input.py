import ctypes
import logging
import os
import re
import ssl
import struct
import threading
import unittest
from multiprocessing import Pool, Process


def start(work):
    process = Process(target=work)
    process.start()
    process.join()


def context():
    tls = ssl.create_default_context()

    def work():
        print(tls.check_hostname)

    start(work)


def handler():
    out = logging.StreamHandler()

    def work():
        out.flush()

    start(work)


def environment():
    values = os.environ

    def work():
        print(values["HOME"])

    start(work)


def numbers():
    yield 1


def generator():
    found = numbers()

    def work():
        print(next(found))

    start(work)


def match():
    found = re.match("a", "a")

    def work():
        print(found.group())

    start(work)


def library():
    functions = ctypes.CDLL(None)

    def work():
        print(functions.abs(-1))

    start(work)


def packer():
    form = struct.Struct("i")

    def work():
        print(form.size)

    start(work)


def default():
    lock = threading.Lock()

    def work(lock=lock):
        with lock:
            print("alone")

    start(work)


class Runner(threading.Thread):
    def run(self):
        def work():
            print(self.name)

        start(work)


class Case(unittest.TestCase):
    def test_it(self):
        def work(x):
            self.assertTrue(x)

        with Pool(2) as pool:
            pool.map(work, [1])


if __name__ == "__main__":
    context()
    handler()
    environment()
    generator()
    match()
    library()
    packer()
    default()
    Runner().run()
