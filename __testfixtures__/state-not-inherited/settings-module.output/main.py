from multiprocessing import Pool

import settings


def work(number):
    return number * settings.scale


def _init_worker(scale):
    settings.scale = scale


def main():
    settings.scale = 5
    with Pool(2, initializer=_init_worker, initargs=(settings.scale,)) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
