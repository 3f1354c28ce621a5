import logging
from multiprocessing.pool import ThreadPool


def note(n):
    logging.info("got %d", n)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    with ThreadPool(2) as pool:
        pool.map(note, [1, 2])
