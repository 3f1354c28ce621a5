import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor

settings = {}


def configure(level, verbose=False):
    settings["level"] = level + verbose


def level_of(_):
    return settings["level"]


def main(level):
    with mp.Pool(2, initializer=lambda: configure(level)) as pool:
        print(pool.map(level_of, range(2)))
    with mp.Pool(2, lambda: configure(level, verbose=True)) as pool:
        print(pool.map(level_of, range(2)))
    with mp.Pool(2, lambda n: settings.update(level=n * level), (3,)) as pool:
        print(pool.map(level_of, range(2)))
    with ProcessPoolExecutor(1, initializer=lambda: settings.update(level=0)) as executor:
        print(list(executor.map(level_of, range(2))))


if __name__ == "__main__":
    main(5)
