import logging
import sys
from multiprocessing import Pool


def note(n):
    logging.info("got %d", n)


def set_up(level):
    logging.basicConfig(level=level)


def main():
    set_up(sys.argv[1])
    with Pool(2) as pool:
        pool.map(note, [1, 2])


if __name__ == "__main__":
    main()
