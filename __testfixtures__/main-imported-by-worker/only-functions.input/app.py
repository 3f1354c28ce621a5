"""What the worker needs of the program is the same in both copies."""
from multiprocessing import Pool

import worker

SIZE = 3


def double(number):
    return number * 2


def main():
    with Pool(2) as pool:
        print(pool.map(worker.work, range(SIZE)))


if __name__ == "__main__":
    main()
