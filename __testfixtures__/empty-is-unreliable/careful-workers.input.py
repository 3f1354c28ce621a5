import queue
from multiprocessing import Lock, Process, Queue


def gives_up(tasks):
    while not tasks.empty():
        try:
            print(tasks.get_nowait())
        except queue.Empty:
            break


def in_time(tasks):
    while not tasks.empty():
        print(tasks.get(timeout=1))


def alone(tasks):
    while not tasks.empty():
        print(tasks.get())


def locked(tasks, lock):
    while True:
        with lock:
            if tasks.empty():
                break
            task = tasks.get()
        print(task)


def adds(tasks):
    while not tasks.empty():
        tasks.put(tasks.get() - 1)


def main():
    tasks = Queue()
    for task in range(9):
        tasks.put(task)
    for _ in range(2):
        Process(target=gives_up, args=(tasks,)).start()
        Process(target=in_time, args=(tasks,)).start()


def one():
    tasks = Queue()
    tasks.put(1)
    process = Process(target=alone, args=(tasks,))
    process.start()


def one_at_a_time():
    tasks, lock = Queue(), Lock()
    others = Queue()
    others.put(1)
    for _ in range(2):
        Process(target=locked, args=(others, lock)).start()


def that_add():
    tasks = Queue()
    tasks.put(1)
    for _ in range(2):
        Process(target=adds, args=(tasks,)).start()
