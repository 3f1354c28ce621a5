from multiprocessing import Lock, Pool

import work

if __name__ == "__main__":
    with Pool(2, initializer=work.setup, initargs=(Lock(),)) as pool:
        pool.map(work.work, [1, 2, 3])
