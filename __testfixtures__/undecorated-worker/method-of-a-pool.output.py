import functools
from multiprocessing import Pool


def positive(method):
    @functools.wraps(method)
    def checked(self, number):
        return method(self, abs(number))

    return checked


class Adder:
    def __init__(self, by):
        self.by = by

    @positive
    def add(self, number):
        return number + self.by

    def add_all(self, numbers):
        with Pool(2) as pool:
            return pool.map(self.add, numbers)


if __name__ == "__main__":
    print(Adder(3).add_all([1, -2]))
