"""Divide with four digits, as the accounts department wants it."""
import decimal
from multiprocessing import Pool


def third(amount):
    return decimal.Decimal(amount) / 3


if __name__ == "__main__":
    decimal.getcontext().prec = 4
    with Pool(2) as pool:
        print(*pool.map(third, [1, 2, 10]))
