import threading
from multiprocessing import Process, Queue

from elsewhere import feed


def work(tasks):
    while True:
        task = tasks.get()
        print(task)


def fill(tasks):
    tasks.put(1)


def by_a_process():
    tasks = Queue()
    worker = Process(target=work, args=(tasks,))
    filler = Process(target=fill, args=(tasks,))
    worker.start()
    filler.start()
    worker.join()


def by_a_thread():
    tasks = Queue()
    worker = Process(target=work, args=(tasks,))
    worker.start()
    threading.Thread(target=fill, args=(tasks,)).start()
    worker.join()


def by_others():
    tasks = Queue()
    worker = Process(target=work, args=(tasks,))
    worker.start()
    feed(tasks)
    worker.join()


def returned():
    tasks = Queue()
    worker = Process(target=work, args=(tasks,))
    worker.start()
    tasks.put(1)
    return tasks, worker.join


class Service:
    def __init__(self):
        self.tasks = Queue()
        self.worker = Process(target=work, args=(self.tasks,))
        self.worker.start()

    def add(self, task):
        self.tasks.put(task)

    def wait(self):
        self.worker.join()
