from functools import partial
from multiprocessing import Pool, Process


def add(a, b):
    return a + b


def adder(a):
    return partial(add, a)


def chosen(name):
    if name == "add":
        return add
    return None


def tell():
    print("worked")


class Task:
    def __call__(self):
        print("worked")

    def make(self):
        return tell


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(adder(1), [1, 2]), pool.apply(chosen("add"), (1, 2)))
    for process in (Process(target=Task()), Process(target=Task().make())):
        process.start()
        process.join()
