import queue
from multiprocessing import Manager, Pipe, Process, dummy
from multiprocessing import Queue as ProcessQueue


def load(names, results):
    for name in names:
        results.put(name * 1000)


def managed(names):
    with Manager() as manager:
        results = manager.Queue()
        process = Process(target=load, args=(names, results))
        process.start()
        process.join()
        return results.get()


def threads(names):
    results = queue.Queue()
    thread = dummy.Process(target=load, args=(names, results))
    thread.start()
    thread.join()
    return results.get()


def not_theirs(names):
    results = ProcessQueue()
    other = ProcessQueue()
    process = Process(target=load, args=(names, other))
    process.start()
    results.put(1)
    process.join()
    return results.get()


def sent(names):
    here, there = Pipe()
    process = Process(target=print, args=(there,))
    process.start()
    process.join()
    return here.recv()
