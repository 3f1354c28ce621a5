import logging
import sys
from multiprocessing import Pool


def note(n):
    logging.info("got %d", n)


def main(verbose):
    if verbose:
        logging.basicConfig(level=logging.DEBUG)
    else:
        logging.basicConfig(level=logging.INFO)
    with Pool(2) as pool:
        pool.map(note, [1, 2])


if __name__ == "__main__":
    main("-v" in sys.argv)
