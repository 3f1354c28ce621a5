import decimal
import logging
from multiprocessing import Pool

logging.basicConfig(level=logging.INFO)


def set_precision():
    decimal.getcontext().prec = 5


set_precision()


def part(n):
    logging.info("dividing by %d", n)
    return decimal.Decimal(1) / n


if __name__ == "__main__":
    logging.getLogger().setLevel(logging.INFO)
    with Pool(2) as pool:
        print(pool.map(part, [1, 2]))
