import functools
from multiprocessing import Pool


class Counted:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function

    def __call__(self, *args):
        return self.function(*args)

    def __reduce__(self):
        return self.__qualname__


class Named:
    def __init__(self, function):
        self.name = function.__name__

    def __call__(self, number):
        return f"{self.name}({number})"


@Counted
def square(number):
    return number * number


@Named
def cube(number):
    return number**3


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, [1, 2, 3]))
        print(pool.map(cube, [1, 2, 3]))
