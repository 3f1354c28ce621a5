from multiprocessing import Pool


def parallel(function, items, processes=2):
    with Pool(processes) as pool:
        return pool.map(function, items)


class Batch:
    def __init__(self, items):
        self.items = items

    def each(self, task):
        return parallel(task, self.items, processes=2)

    def scaled(self, factor):
        def scale(item):
            return item * factor

        return self.each(scale)


def shifted(items, offset):
    def shift(item):
        return item + offset

    return parallel(items=items, function=shift)


if __name__ == "__main__":
    print(shifted([1, 2], 10), Batch([3]).scaled(2), parallel(abs, [-1]))
