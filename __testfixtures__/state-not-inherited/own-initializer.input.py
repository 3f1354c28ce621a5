from multiprocessing import Pool

offset = 0
SCALE = 1


def init(value):
    """Sets up a worker."""
    global offset
    offset = value


def work(number):
    return number * SCALE + offset


def set_scale(scale):
    global SCALE
    SCALE = scale


def main():
    set_scale(10)
    with Pool(2, init, (7,)) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
