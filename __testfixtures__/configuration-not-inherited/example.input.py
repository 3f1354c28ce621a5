import logging
import sys
from multiprocessing import Pool

logger = logging.getLogger(__name__)


def square(n):
    logger.info("squaring %d", n)
    return n * n


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(message)s")
    with Pool(1) as pool:
        print(pool.map(square, range(3)))
