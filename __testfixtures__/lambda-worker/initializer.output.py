import functools
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor

settings = {}


def configure(level, verbose=False):
    settings["level"] = level + verbose


def level_of(_):
    return settings["level"]


def _init_worker(level, n):
    settings.update(level=n * level)


def _init_worker_2():
    settings.update(level=0)


def main(level):
    with mp.Pool(2, initializer=configure, initargs=(level,)) as pool:
        print(pool.map(level_of, range(2)))
    with mp.Pool(2, functools.partial(configure, level, verbose=True)) as pool:
        print(pool.map(level_of, range(2)))
    with mp.Pool(2, _init_worker, (level, 3)) as pool:
        print(pool.map(level_of, range(2)))
    with ProcessPoolExecutor(1, initializer=_init_worker_2) as executor:
        print(list(executor.map(level_of, range(2))))


if __name__ == "__main__":
    main(5)
