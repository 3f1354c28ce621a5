"""Checks orders in a pool. The error of a bad order never arrives: the program waits for ever."""

from multiprocessing import Pool


class BadOrder(Exception):
    def __init__(self, item, amount):
        super().__init__(f"nobody can order {amount} of {item}")
        self.item = item
        self.amount = amount


def check(order):
    item, amount = order
    if amount < 1:
        raise BadOrder(item, amount)
    return item


if __name__ == "__main__":
    with Pool(2) as pool:
        try:
            print(pool.map(check, [("tea", 2), ("milk", 0)]))
        except BadOrder as error:
            print(error)
