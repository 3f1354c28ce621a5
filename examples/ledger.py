"""Count coins with several workers, and let them write into one total."""
from functools import partial
from multiprocessing import Pool, Value


def count(total, coins):
    with total.get_lock():
        total.value += sum(coins)


def main():
    total = Value("i", 0)
    with Pool(2) as pool:
        pool.map(partial(count, total), [[1, 2], [10, 20], [50]])
    print(total.value)


if __name__ == "__main__":
    main()
