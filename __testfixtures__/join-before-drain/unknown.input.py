from multiprocessing import Process, Queue
from workers import load, start


def elsewhere(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    process.join()
    return results.get()


def handed_on(names):
    results = Queue()
    start(results)
    process = Process(target=own, args=(names, results))
    process.start()
    process.join()
    return results.get()


def given(names, results):
    process = Process(target=own, args=(names, results))
    process.start()
    process.join()
    return results.get()


def own(names, results):
    results.put(names)


def for_others(names):
    results = Queue()
    process = Process(target=own, args=(names, results))
    process.start()
    process.join()
    return results
