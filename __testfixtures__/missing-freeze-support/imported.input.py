import multiprocessing
import sys

BUNDLED = getattr(sys, "frozen", False)


def work(n):
    return n * 2


def main():
    with multiprocessing.Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
