import itertools
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import Pool, get_context

import numpy as np
import pandas as pd

SIDE = 2_000


def work(table, index):
    return table[index]


def first(task):
    return task[0][0]


class Search:
    def __init__(self):
        self.index = np.random.rand(SIDE, SIDE)
        self.name = None

    def look(self, row):
        return self.index[row].sum()

    def run(self, pool):
        return pool.map(self.look, range(100))


def main():
    table = np.zeros((SIDE, SIDE), dtype=np.float32)
    frame = pd.read_csv("frame.csv")
    numbers = list(range(10 ** 7))
    with Pool(4) as pool, ProcessPoolExecutor() as executor:
        pool.map(partial(work, table), range(100))
        pool.imap(partial(work, table), range(100))
        pool.map(partial(work, table), range(100), chunksize=1)
        pool.starmap(work, [(frame, index) for index in range(100)])
        pool.map(first, ((numbers, index) for index in range(100)))
        pool.starmap(work, zip(itertools.repeat(table), range(100)))
        list(executor.map(work, [table] * 100, range(100)))
        futures = [executor.submit(work, table, index) for index in range(100)]
        handles = []
        for index in range(100):
            handles.append(pool.apply_async(work, (frame, index)))
        print([future.result() for future in futures], [handle.get() for handle in handles])
    with get_context("spawn").Pool(2) as pool:
        print(pool.map(Search().look, range(3)))
        Search().run(pool)


if __name__ == "__main__":
    main()
