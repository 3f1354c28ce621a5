"""Adds up receipts in a pool. A decorator rounds every sum."""

from multiprocessing import Pool


def rounded(function):
    def inner(*args):
        return round(function(*args), 2)

    return inner


@rounded
def total(prices):
    return sum(prices) * 1.19


if __name__ == "__main__":
    with Pool(2) as pool:
        for amount in pool.imap(total, [(10, 2.5), (99.99,)]):
            print(f"{amount:.2f}")
