from multiprocessing import Pool

import worker

LIMIT = 0

if __name__ == "__main__":
    LIMIT = 10
    with Pool(2) as pool:
        print(pool.map(worker.work, [5, 15]))
