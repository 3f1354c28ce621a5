"""A program from which another takes a name."""
from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    print("as a program")

with Pool(2) as pool:
    SQUARES = pool.map(square, range(3))
