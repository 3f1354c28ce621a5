import sqlite3
from multiprocessing import Pool

import numpy

table = numpy.load("table.npy")
connection = sqlite3.connect("table.db")


def work(n):
    return table[n], connection.execute("select 1").fetchone()


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(work, range(4)))
