import decimal
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal


def part(n):
    return str(Decimal(1) / n)


def _init_worker():
    decimal.getcontext().prec = 5
    decimal.getcontext().rounding = decimal.ROUND_UP


def main():
    decimal.getcontext().prec = 5
    decimal.getcontext().rounding = decimal.ROUND_UP
    with ProcessPoolExecutor(2, initializer=_init_worker) as executor:
        print(list(executor.map(part, [3, 7])))


if __name__ == "__main__":
    main()
