from multiprocessing import Pool

CONFIG = None


def work(number):
    return number, CONFIG


def run(setup, **options):
    with Pool(2, setup) as pool:
        print(pool.map(work, [1, 2]))
    with Pool(2, **options) as pool:
        print(pool.map(work, [1, 2]))


def init():
    global CONFIG
    CONFIG = 5


def main():
    global CONFIG
    CONFIG = 5
    run(init, initializer=init)


if __name__ == "__main__":
    main()
