from multiprocessing import Process, Queue


def work(tasks):
    while True:
        task = tasks.get()
        print(task)


def stopped():
    tasks = Queue()
    worker = Process(target=work, args=(tasks,))
    worker.start()
    tasks.put(1)
    worker.terminate()
    worker.join()


def in_time():
    tasks = Queue()
    worker = Process(target=work, args=(tasks,))
    worker.start()
    tasks.put(1)
    worker.join(10)


def daemon():
    tasks = Queue()
    worker = Process(target=work, args=(tasks,), daemon=True)
    worker.start()
    tasks.put(1)
