import decimal
import warnings
from multiprocessing import Pool


def work(n):
    warnings.warn("careful")
    return decimal.Decimal(1) / n


if __name__ == "__main__":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        work(1)
    with decimal.localcontext():
        decimal.getcontext().prec = 5
        print(work(3))
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
