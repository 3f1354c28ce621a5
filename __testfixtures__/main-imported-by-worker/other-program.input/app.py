from multiprocessing import Pool

import worker

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(worker.work, [5, 15]))
