from multiprocessing import Process, Value
from elsewhere import registry, work


def count(total):
    total.value += 1


def returned():
    total = Value("i", 0)
    process = Process(target=count, args=(total,))
    process.start()
    print(total.value)
    return process


def handed_on():
    total = Value("i", 0)
    process = Process(target=count, args=(total,))
    process.start()
    registry.finish(process)
    print(total.value)


class Counter:
    def __init__(self):
        self.total = Value("i", 0)
        self.process = Process(target=count, args=(self.total,))
        self.process.start()
        print(self.total.value)


def all_returned():
    total = Value("i", 0)
    processes = [Process(target=count, args=(total,)) for _ in range(4)]
    for process in processes:
        process.start()
    print(total.value)
    return processes


def unknown():
    total = Value("i", 0)
    process = Process(target=work, args=(total,))
    process.start()
    print(total.value)
