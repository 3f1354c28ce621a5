from multiprocessing import Pool

import settings
import worker

if __name__ == "__main__":
    settings.LEVEL = 5
    with Pool(2) as pool:
        print(pool.map(abs, [worker.work(1), 2]))
