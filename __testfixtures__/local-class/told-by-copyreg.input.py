import copyreg
from multiprocessing import Pool


def make(n):
    return n


def show(task):
    return task


def main():
    class Task:
        def __init__(self, n):
            self.n = n

    copyreg.pickle(Task, lambda task: (make, (task.n,)))
    with Pool(1) as pool:
        print(pool.map(show, [Task(3)]))


if __name__ == "__main__":
    main()
