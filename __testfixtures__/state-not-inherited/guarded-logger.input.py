import logging
from multiprocessing import Pool


def work(number):
    logger.info("working on %s", number)
    return number


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    logger = logging.getLogger("work")
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
