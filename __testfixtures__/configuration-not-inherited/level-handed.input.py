import argparse
import logging
import sys
from multiprocessing import Pool


def square(n):
    logging.info("squaring %d", n)
    return n * n


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--level", default="INFO")
    args = parser.parse_args()
    logging.basicConfig(level=args.level, stream=sys.stdout, format="%(message)s")
    with Pool(1) as pool:
        print(pool.map(square, range(2)))


if __name__ == "__main__":
    main()
