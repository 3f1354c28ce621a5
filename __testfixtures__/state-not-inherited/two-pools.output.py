from multiprocessing import Pool

SCALE = 1


def double(number):
    return 2 * number * SCALE


def triple(number):
    return 3 * number * SCALE


def _init_worker(scale):
    global SCALE
    SCALE = scale


if __name__ == "__main__":
    SCALE = 10
    with Pool(2, initializer=_init_worker, initargs=(SCALE,)) as pool:
        print(pool.map(double, [1, 2]))
    with Pool(2, initializer=_init_worker, initargs=(SCALE,)) as pool:
        print(pool.map(triple, [1, 2]))
