from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing.dummy import Pool
from multiprocessing.pool import ThreadPool

import numpy as np


def work(table, index):
    return table[index]


table = np.zeros((5_000, 1_000))
with ThreadPool(2) as pool, Pool(2) as other, ThreadPoolExecutor() as executor:
    pool.map(partial(work, table), range(100))
    other.starmap(work, [(table, index) for index in range(100)])
    futures = [executor.submit(work, table, index) for index in range(100)]
