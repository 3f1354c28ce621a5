import decimal
from multiprocessing import Pool


def part(n):
    return decimal.Decimal(1) / n


def never():
    decimal.getcontext().prec = 3


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(part, [1, 2]))
    decimal.getcontext().prec = 5
    print(part(3))
