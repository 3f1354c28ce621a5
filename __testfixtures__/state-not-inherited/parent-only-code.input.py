import multiprocessing
from multiprocessing import Pool

CONFIG = None


def work(number):
    if multiprocessing.current_process().name == "MainProcess":
        return CONFIG
    return number


def main():
    global CONFIG
    CONFIG = 5
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
