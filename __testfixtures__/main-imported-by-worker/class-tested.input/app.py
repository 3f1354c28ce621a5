from multiprocessing import Pool

import worker


class Task:
    def __init__(self, number):
        self.number = number


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(worker.run, [Task(1), Task(2)]))
