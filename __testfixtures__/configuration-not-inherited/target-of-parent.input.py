import decimal
from multiprocessing import Process


def part(n):
    print(decimal.Decimal(1) / n)


if __name__ == "__main__":
    part(3)
    decimal.getcontext().prec = 5
    process = Process(target=part, args=(3,))
    process.start()
    process.join()
