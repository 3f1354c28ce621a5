"""Each copy sets it by itself."""
from multiprocessing import Pool

import worker

LIMIT = 0


def configure():
    global LIMIT
    LIMIT = 10


configure()

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(worker.work, [5, 15]))
