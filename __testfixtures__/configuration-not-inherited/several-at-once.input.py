import decimal
from multiprocessing import Pool


def part(n):
    return decimal.Decimal(1) / n


def precision():
    return 5


if __name__ == "__main__":
    decimal.getcontext().prec = digits = precision()
    with Pool(2) as pool:
        print(pool.map(part, [1, 2]), digits)
