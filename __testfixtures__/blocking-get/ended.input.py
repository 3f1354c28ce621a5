import sys
from multiprocessing import Process, Queue
from elsewhere import act


def until_none(tasks):
    while True:
        task = tasks.get()
        if task is None:
            break
        print(task)


def until_it_fails(tasks):
    while True:
        task = tasks.get()
        if task < 0:
            sys.exit()
        print(task)


def handle(task):
    if task == 0:
        raise SystemExit


def until_it_is_handled(tasks):
    while True:
        handle(tasks.get())


def until_others_have_enough(tasks):
    while True:
        act(tasks.get())


def in_time(tasks):
    while True:
        print(tasks.get(timeout=1))


def handed_round(tasks):
    while True:
        task = tasks.get()
        if task is None:
            tasks.put(None)
            break
        print(task)


def run(worker, tasks):
    process = Process(target=worker, args=(tasks,))
    process.start()
    tasks.put(1)
    process.join()


def with_none():
    tasks = Queue()
    workers = [Process(target=until_none, args=(tasks,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    tasks.put(1)
    for _ in workers:
        tasks.put(None)
    for worker in workers:
        worker.join()


def with_what_is_given(items):
    tasks = Queue()
    worker = Process(target=until_none, args=(tasks,))
    worker.start()
    for item in items:
        tasks.put(item)
    worker.join()


def with_none_among_them():
    tasks = Queue()
    worker = Process(target=until_none, args=(tasks,))
    worker.start()
    for item in [1, 2, None]:
        tasks.put(item)
    worker.join()


def with_others():
    tasks = Queue()
    for target in (until_it_fails, until_it_is_handled, in_time, until_others_have_enough):
        worker = Process(target=target, args=(tasks,))
        worker.start()
        tasks.put(1)
        worker.join()


def one_of_each():
    tasks = Queue()
    first = Process(target=until_it_is_handled, args=(tasks,))
    second = Process(target=until_others_have_enough, args=(tasks,))
    first.start()
    second.start()
    tasks.put(0)
    tasks.put(0)
    first.join()
    second.join()


def all_by_one():
    tasks = Queue()
    workers = [Process(target=handed_round, args=(tasks,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    tasks.put(1)
    tasks.put(None)
    for worker in workers:
        worker.join()
