import queue
from multiprocessing import Manager, Process, Queue, dummy
from elsewhere import Task, run


def work(tasks):
    while not tasks.empty():
        print(tasks.get())


def of_threads():
    tasks = queue.Queue()
    for _ in range(2):
        dummy.Process(target=work, args=(tasks,)).start()
    while not tasks.empty():
        print(tasks.get())


def of_one_process():
    tasks = Queue()
    tasks.put(1)
    while not tasks.empty():
        print(tasks.get())


def unknown():
    results = Queue()
    process = Process(target=run, args=(results,))
    process.start()
    while not results.empty():
        print(results.get())


def handed_on():
    results = Queue()
    Task(results)
    process = Process(target=run, args=(results,))
    process.start()
    while not results.empty():
        print(results.get())
