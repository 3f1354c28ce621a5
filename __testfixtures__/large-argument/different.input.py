from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Process

import numpy as np
import pandas as pd


def work(part, index=0):
    return part, index


def main(paths):
    table = np.ones((5_000, 1_000))
    with Pool(2) as pool, ProcessPoolExecutor() as executor:
        pool.map(work, table)
        pool.map(work, np.array_split(table, 4))
        pool.starmap(work, [(table[index], index) for index in range(3)])
        pool.starmap(work, [(table, index) for table, index in []])
        for path in paths:
            frame = pd.read_csv(path)
            pool.apply_async(work, (frame,)).get()
            executor.submit(work, np.zeros(10_000_000)).result()
        executor.submit(work, table).result()
        pool.apply(work, (table,))
    process = Process(target=work, args=(table,))
    process.start()
    process.join()


if __name__ == "__main__":
    main(["a.csv"])
