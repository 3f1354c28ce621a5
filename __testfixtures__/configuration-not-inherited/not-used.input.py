import decimal
import locale
import logging
import warnings
from multiprocessing import Pool


def square(n):
    return n * n


def report(values):
    logging.info("%s", values)
    warnings.warn(locale.str(decimal.Decimal(sum(values))))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    warnings.simplefilter("ignore")
    locale.setlocale(locale.LC_ALL, "")
    decimal.getcontext().prec = 5
    with Pool(2) as pool:
        report(pool.map(square, [1, 2]))
