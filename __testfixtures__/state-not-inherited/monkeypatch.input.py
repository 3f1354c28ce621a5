import sys
import os
from multiprocessing import Pool


def work(number):
    return number, sys.stdout.isatty(), os.environ.get("MODE")


def main():
    sys.stdout = sys.__stdout__
    os.environ["MODE"] = "fast"
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
