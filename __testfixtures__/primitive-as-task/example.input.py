from functools import partial
from multiprocessing import Lock, Pool


def work(lock, number):
    with lock:
        return number * 2


def main():
    lock = Lock()
    with Pool(2) as pool:
        print(pool.map(partial(work, lock), [1, 2, 3]))


if __name__ == "__main__":
    main()
