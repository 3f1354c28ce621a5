from multiprocessing import Pool

import settings
import worker

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(len, ["a", "b"]))
    settings.LEVEL = 5
    print(worker.work(1))
