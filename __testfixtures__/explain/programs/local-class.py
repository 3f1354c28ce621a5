from multiprocessing import Pool


def work(task):
    return task.number


def main():
    class Task:
        def __init__(self, number):
            self.number = number

    with Pool(1) as pool:
        print(pool.map(work, [Task(1), Task(2)]))


if __name__ == "__main__":
    main()
