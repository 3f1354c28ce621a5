"""Squares, twice: once by hand, once by a pool."""
import multiprocessing as mp

LIMIT = 4


def square(n):
    return min(n, LIMIT) ** 2


def main():
    """Nothing of main is used in the worker."""

    pool = mp.Pool(processes=2)
    try:
        print(pool.map(square, range(6)))
        print([square(n) for n in range(6)])
    finally:
        pool.close()
        pool.join()


if __name__ == "__main__":
    main()
