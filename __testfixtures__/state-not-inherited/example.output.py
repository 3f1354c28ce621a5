from multiprocessing import Pool

CONFIG = None


def work(number):
    return number, CONFIG


def _init_worker(config):
    global CONFIG
    CONFIG = config


def main():
    global CONFIG
    CONFIG = {"scale": 5}
    with Pool(2, initializer=_init_worker, initargs=(CONFIG,)) as pool:
        print(pool.map(work, [1, 2, 3]))


if __name__ == "__main__":
    main()
