from functools import partial
from multiprocessing import Pool

import numpy as np

SIDE = 100


def work(table, index):
    return table[index]


def main(size):
    table = np.zeros((SIDE, SIDE))
    mask = np.zeros((1000, 1000), dtype=bool)
    other = np.zeros((size, size))
    names = ["a", "b"] * 1000
    empty = [] * 10_000_000
    with Pool(2) as pool:
        pool.map(partial(work, table), range(3))
        pool.map(partial(work, mask), range(3))
        pool.map(partial(work, other), range(3))
        pool.map(partial(work, names), range(3))
        pool.map(partial(work, empty), range(3))
        pool.map(partial(work, bytes(100)), range(3))
        pool.map(partial(work, np.arange(5, 10_000_000, 1_000_000)), range(3))


if __name__ == "__main__":
    main(10)
