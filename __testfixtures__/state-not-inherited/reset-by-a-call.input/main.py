from multiprocessing import Pool

import settings
from worker import work

if __name__ == "__main__":
    settings.reset()
    with Pool(2) as pool:
        print(pool.map(work, [1, 2, 3]))
