import os
import sys
from multiprocessing import JoinableQueue, Process, Queue, SimpleQueue

from elsewhere import compute, load


def handled(path, results):
    try:
        data = load(path)
    except OSError:
        print("no such file")
        return
    results.put(compute(data))


def either(path, results):
    data = load(path)
    if data:
        results.put(compute(data))
    else:
        sys.exit(1)


def invalid(number, results):
    if number < 0:
        raise ValueError(number)
    if number > load("limit"):
        os._exit(3)
    print(number)
    results.put(number)


class Loader(Process):
    def __init__(self, path, results):
        super().__init__()
        self.path = path
        self.results = results

    def run(self):
        data = load(self.path)
        if not data:
            return
        self.results.put(data)


def todo(results):
    raise NotImplementedError
    results.put(1)


def of_one(path):
    results = Queue()
    process = Process(target=handled, args=(path, results))
    process.start()
    answer = results.get()
    process.join()
    return answer


def of_each(paths):
    results = SimpleQueue()
    processes = []
    for path in paths:
        process = Process(target=either, args=(path, results))
        process.start()
        processes.append(process)
    for process in processes:
        print(results.get())
    for process in processes:
        process.join()


def one_after_the_other(numbers):
    for number in numbers:
        results = JoinableQueue()
        process = Process(target=invalid, kwargs={"number": number, "results": results})
        process.start()
        print(results.get())
        process.join()


def of_a_class(paths):
    results = Queue()
    loaders = [Loader(path, results) for path in paths]
    for loader in loaders:
        loader.start()
    total = sum(results.get() for loader in loaders)
    for loader in loaders:
        loader.join()
    return total


def of_a_stub():
    results = Queue()
    process = Process(target=todo, args=(results,))
    process.start()
    process.join()
    print(results.get(True))
