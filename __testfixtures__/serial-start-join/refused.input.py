from glob import glob
from multiprocessing import Array, Manager, Pipe, Process, Value
from pathlib import Path


def work(*args):
    print(args)


def as_many_as_there_are():
    for path in glob("*.txt"):
        process = Process(target=work, args=(path,))
        process.start()
        process.join()


def many():
    for number in range(10_000):
        process = Process(target=work, args=(number,))
        process.start()
        process.join()


def counted():
    total = Value("i", 0)
    for number in range(4):
        process = Process(target=work, args=(number, total))
        process.start()
        process.join()


def filled():
    cells = Array("i", 4)
    processes = [Process(target=work, args=(i, cells)) for i in range(4)]
    for process in processes:
        process.start()
        process.join()


def managed():
    rows = Manager().list()
    for number in range(4):
        process = Process(target=work, kwargs={"rows": rows, "number": number})
        process.start()
        process.join()


def sent():
    here, there = Pipe()
    for number in range(4):
        process = Process(target=work, args=(number, there))
        process.start()
        process.join()


def used_up():
    processes = (Process(target=work, args=(i,)) for i in range(4))
    for process in processes:
        process.start()
        process.join()


def on_one_line():
    for number in range(4):
        process = Process(target=work, args=(number,))
        process.start(); process.join()


def as_an_attribute(job):
    for number in range(4):
        job.process = Process(target=work, args=(number,))
        job.process.start()
        job.process.join()


def unknown(folder=Path(".")):
    for path in folder.iterdir():
        process = Process(target=work, args=(path,))
        process.start()
        process.join()
