import threading
from multiprocessing import Process, Queue


def load(names, results):
    for name in names:
        results.put(name * 1000)
    results.put(None)


def drain(results, found):
    for item in iter(results.get, None):
        found.append(item)


def save(results, path):
    with open(path, "w") as file:
        for item in iter(results.get, None):
            file.write(item)


def by_a_thread(names):
    results, found = Queue(), []
    reader = threading.Thread(target=drain, args=(results, found))
    reader.start()
    process = Process(target=load, args=(names, results))
    process.start()
    process.join()
    results.get()
    return found


def by_a_process(names, path):
    results = Queue()
    reader = Process(target=save, args=(results, path))
    process = Process(target=load, args=(names, results))
    reader.start()
    process.start()
    process.join()
    reader.join()
    return results.get()


def by_a_function(names):
    results = Queue()
    found = []
    process = Process(target=load, args=(names, results))
    process.start()
    drain(results, found)
    process.join()
    return found, results.get()


class Loader:
    def __init__(self, names):
        self.results = Queue()
        self.process = Process(target=load, args=(names, self.results))
        self.process.start()

    def first(self):
        return self.results.get()

    def close(self):
        self.process.join()
        return self.results.get()
