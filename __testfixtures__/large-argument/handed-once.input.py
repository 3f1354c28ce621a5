from multiprocessing import Pool, Process

import numpy as np

table = np.zeros((5_000, 1_000))


def set_up(data):
    global table
    table = data


def work(index):
    return table[index].sum()


if __name__ == "__main__":
    with Pool(2, set_up, (table,)) as pool:
        print(pool.map(work, range(100)))
