import logging
from multiprocessing import Pool

logger = logging.getLogger(__name__)


def work(number):
    logger.info("working on %s", number)
    return number


def main():
    logger.setLevel(logging.INFO)
    logger.addHandler(logging.StreamHandler())
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
