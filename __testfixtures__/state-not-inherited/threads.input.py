from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

CONFIG = None


def work(number):
    return number, CONFIG


def main():
    global CONFIG
    CONFIG = 5
    with ThreadPool(2) as pool:
        print(pool.map(work, [1, 2]))
    with ThreadPoolExecutor(2) as executor:
        print(list(executor.map(work, [1, 2])))


if __name__ == "__main__":
    main()
