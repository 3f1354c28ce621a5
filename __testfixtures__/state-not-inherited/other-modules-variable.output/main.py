from multiprocessing import Pool

import settings
import worker


def _init_worker(level):
    settings.LEVEL = level


def main():
    settings.LEVEL = 5
    with Pool(2, initializer=_init_worker, initargs=(settings.LEVEL,)) as pool:
        print(pool.map(worker.work, [1, 2, 3]))


if __name__ == "__main__":
    main()
