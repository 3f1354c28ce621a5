from functools import partial
from multiprocessing import Pool

import numpy as np
import pandas as pd


def work(table, index):
    return table[index]


def main(data, path, is_small):
    part = pd.read_csv(path, nrows=10)
    chunks = pd.read_csv(path, chunksize=1_000)
    mapped = np.load(path, mmap_mode="r")
    some = pd.read_csv(path)
    some = some[some.year == 2020]
    either = np.zeros(10) if is_small else np.zeros(10_000_000)
    shape = [1_000] * 2
    table = np.zeros(shape)
    with Pool(2) as pool:
        pool.map(partial(work, data), range(3))
        pool.map(partial(work, part), range(3))
        pool.map(partial(work, mapped), range(3))
        pool.map(partial(work, some), range(3))
        pool.map(partial(work, either), range(3))
        pool.map(partial(work, table), range(3))
        pool.imap(partial(work, index=3), chunks)


if __name__ == "__main__":
    main([], "table.csv", True)
