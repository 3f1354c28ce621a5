import functools
from multiprocessing import Pool


def parallel(function, items, processes=2):
    with Pool(processes) as pool:
        return pool.map(function, items)


def scale(factor, item):
    return item * factor


class Batch:
    def __init__(self, items):
        self.items = items

    def each(self, task):
        return parallel(task, self.items, processes=2)

    def scaled(self, factor):
        return self.each(functools.partial(scale, factor))


def shift(offset, item):
    return item + offset


def shifted(items, offset):
    return parallel(items=items, function=functools.partial(shift, offset))


if __name__ == "__main__":
    print(shifted([1, 2], 10), Batch([3]).scaled(2), parallel(abs, [-1]))
