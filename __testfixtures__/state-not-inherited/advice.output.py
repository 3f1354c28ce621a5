from multiprocessing import Pool

CONFIG = None


def work(number):
    global CONFIG
    return number, CONFIG


def _init_worker(config):
    global CONFIG
    CONFIG = config


if __name__ == "__main__":
    CONFIG = {"scale": 5}
    with Pool(2, initializer=_init_worker, initargs=(CONFIG,)) as pool:
        print(pool.map(work, [1, 2, 3]))
