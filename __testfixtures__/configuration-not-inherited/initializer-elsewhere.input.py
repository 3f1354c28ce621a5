import logging
from multiprocessing import Pool

from toolbox import workers


def note(n):
    logging.info("got %d", n)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    with Pool(2, initializer=workers.start_logging) as pool:
        pool.map(note, [1, 2])
