import logging
import sys
from multiprocessing import Pool

FORMAT = "%(levelname)s %(message)s"


def set_up_logging():
    """One line for each message."""
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format=FORMAT)
    logging.addLevelName(logging.INFO, "I")


def note(n):
    logging.info("got %d", n)


def square(n):
    note(n)
    return n * n


def _init_worker():
    set_up_logging()


def main():
    set_up_logging()
    with Pool(1, initializer=_init_worker) as pool:
        print(pool.map(square, range(2)))


if __name__ == "__main__":
    main()
