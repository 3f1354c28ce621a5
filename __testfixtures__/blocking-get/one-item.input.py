import queue
from multiprocessing import Manager, Process, Queue, dummy


def once(tasks):
    print(tasks.get())


def work(tasks):
    while True:
        task = tasks.get()
        print(task)


def several(tasks):
    for _ in range(3):
        print(tasks.get())


def main():
    tasks = Queue()
    for target in (once, several):
        worker = Process(target=target, args=(tasks,))
        worker.start()
        tasks.put(1)
        worker.join()


def one():
    tasks = Queue()
    worker = Process(target=once, args=(tasks,))
    worker.start()
    tasks.put(1)
    worker.join()


def threads():
    tasks = queue.Queue()
    worker = dummy.Process(target=work, args=(tasks,))
    worker.start()
    tasks.put(1)
    worker.join()


def managed():
    tasks = Manager().Queue()
    worker = Process(target=work, args=(tasks,))
    worker.start()
    tasks.put(1)
    worker.join()
