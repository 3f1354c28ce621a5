import multiprocessing as mp


def work(tasks, results):
    while tasks.qsize() > 0:
        results.put(tasks.get())


def fill(results):
    results.put("done")


def sizes():
    results = mp.Queue()
    process = mp.Process(target=fill, args=(results,))
    process.start()
    print("started")
    found = [results.get() for _ in range(results.qsize())]
    process.join()
    return found


def broken():
    results = mp.SimpleQueue()
    process = mp.Process(target=fill, args=(results,))
    process.start()
    while True:
        if results.empty():
            break
        print(results.get())
    process.join()


def shared(number):
    tasks, results = mp.JoinableQueue(), None
    return tasks, results, number


def of_several():
    tasks = mp.JoinableQueue()
    results = mp.Queue()
    for task in range(100):
        tasks.put(task)
    for _ in range(mp.cpu_count()):
        mp.Process(target=work, args=(tasks, results)).start()


class Worker(mp.Process):
    def __init__(self, tasks):
        super().__init__()
        self.tasks = tasks

    def run(self):
        while not self.tasks.empty():
            print(self.tasks.get())


def of_two():
    tasks = mp.Queue()
    first = Worker(tasks)
    second = Worker(tasks)
    tasks.put(1)
    first.start()
    second.start()
