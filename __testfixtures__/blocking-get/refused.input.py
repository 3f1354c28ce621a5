from multiprocessing import JoinableQueue, Process, Queue


def work(tasks):
    while True:
        print(tasks.get())


def count(tasks):
    while True:
        task = tasks.get()
        print(task)
        tasks.task_done()


def until_none(tasks):
    while True:
        task = tasks.get()
        if task is None:
            return
        print(task)


def without_a_name():
    tasks = Queue()
    worker = Process(target=work, args=(tasks,))
    worker.start()
    tasks.put(1)
    worker.join()


def counted():
    tasks = JoinableQueue()
    worker = Process(target=count, args=(tasks,))
    worker.start()
    tasks.put(1)
    tasks.join()
    worker.join()


def two_of_three():
    tasks = Queue()
    workers = [Process(target=until_none, args=(tasks,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    tasks.put(1)
    tasks.put(None)
    tasks.put(None)
    for worker in workers:
        worker.join()


def joined_one_by_one():
    tasks = Queue()
    first = Process(target=until_none, args=(tasks,))
    second = Process(target=until_none, args=(tasks,))
    first.start()
    second.start()
    tasks.put(1)
    first.join()
    second.join()
