from multiprocessing import Pool


def positive(method):
    def checked(self, number):
        return method(self, abs(number))

    checked.__name__ = method.__name__
    return checked


class Adder:
    def __init__(self, by):
        self.by = by

    # The child asks for `add`, which is its __name__.
    @positive
    def add(self, number):
        return number + self.by


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(Adder(3).add, [1, -2]))
