from multiprocessing import Pool

CONFIG = None


def work(number):
    return number, CONFIG


def main():
    global CONFIG
    CONFIG = 5
    with Pool(2, maxtasksperchild=1) as pool:
        print(pool.map(work, [1, 2]))
        CONFIG = 6
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
