from multiprocessing import Pool

CONFIG = None


def work(number):
    return number, CONFIG


def main():
    global CONFIG
    CONFIG = {"scale": 5}
    with Pool(2) as pool:
        print(pool.map(work, [1, 2, 3]))


if __name__ == "__main__":
    main()
