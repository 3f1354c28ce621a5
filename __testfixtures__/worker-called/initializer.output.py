from multiprocessing import Pool

SCALE = None


def initialize(scale):
    global SCALE
    SCALE = scale


def scaled(number):
    return number * SCALE if SCALE else "not set up"


def main():
    with Pool(2, initializer=initialize, initargs=(3,)) as pool:
        print(pool.map(scaled, [1, 2]))


if __name__ == "__main__":
    main()
