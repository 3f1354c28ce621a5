import os
import time
from multiprocessing import Process, Queue


def report(results, errors):
    started = time.time()
    try:
        os.listdir(".")
    except OSError as error:
        errors.put(error)
    took = time.time() - started
    results.put((os.getpid(), took, "done", took > 3))


def main():
    results, errors = Queue(), Queue()
    process = Process(target=report, args=(results, errors))
    process.start()
    process.join()
    print(results.get())


def apart():
    results = Queue()
    errors = Queue()
    process = Process(target=report, args=(results, errors))
    process.start()
    process.join()
    if not errors.empty():
        print(errors.get())
    print(results.get())


def check(errors):
    if not os.listdir("."):
        errors.put(ValueError("an empty folder"))


def checked():
    errors = Queue()
    process = Process(target=check, args=(errors,))
    process.start()
    process.join()
    while not errors.empty():
        print(errors.get())
