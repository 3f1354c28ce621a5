import decimal
import sys
from multiprocessing import Pool


def digits(n):
    return str(decimal.Decimal(1) / 3) if n == 0 else digits(n - 1)


def _init_worker():
    sys.setrecursionlimit(4000)
    decimal.getcontext().prec = 4


if __name__ == "__main__":
    decimal.getcontext().prec = 4
    sys.setrecursionlimit(4000)
    with Pool(2, initializer=_init_worker) as pool:
        print(pool.map(digits, [1500, 1600]))
