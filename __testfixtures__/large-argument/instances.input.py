from multiprocessing import Pool

import numpy as np


class OnClass:
    table = np.zeros((5_000, 1_000))

    def work(self, index):
        return self.table[index]


class Left:
    def __init__(self):
        self.table = np.zeros((5_000, 1_000))

    def __getstate__(self):
        return {}

    def work(self, index):
        return index

    @staticmethod
    def alone(index):
        return index

    @classmethod
    def of_class(cls, index):
        return index


class Plain:
    def __init__(self, table):
        self.table = table

    def work(self, index):
        return self.table[index]

    @staticmethod
    def alone(index):
        return index


class Once:
    def __init__(self):
        self.table = np.zeros((5_000, 1_000))

    def work(self, index):
        return self.table[index]


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(OnClass().work, range(3))
        pool.map(Left().work, range(3))
        pool.map(Left.alone, range(3))
        pool.map(Left.of_class, range(3))
        pool.map(Plain([1, 2, 3]).work, range(3))
        pool.map(Plain.alone, range(3))
        print(pool.apply(Once().work, (3,)))
