from multiprocessing import Pool


class Task:
    factor = 2

    def __init__(self, number):
        self.number = number

    def run(self):
        return self.number * self.factor + OFFSETS["start"]


OFFSETS = {"start": 1}


def run(task):
    return task.run()


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(run, [Task(1), Task(2)]))

    OFFSETS["start"] = 100
    Task.factor = 0
