from multiprocessing import Pool

import worker


def run(numbers):
    with Pool(2) as pool:
        return pool.map(worker.work, numbers)
