import logging
from multiprocessing import Pool

logger = logging.getLogger("squares")


def note(n):
    logger.warning("got %d", n)


if __name__ == "__main__":
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    with Pool(2) as pool:
        pool.map(note, [1, 2])
