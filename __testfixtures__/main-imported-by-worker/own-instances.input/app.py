from multiprocessing import Pool

import worker


class Task:
    pass


def make():
    return Task()


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(worker.work, [1, 2]))
