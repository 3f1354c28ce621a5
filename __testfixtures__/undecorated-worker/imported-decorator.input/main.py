from multiprocessing import Pool

from tools import timed
from tools.timing import named, repeated


@timed
def one(number):
    return number


@named
@repeated(2)
def two(number):
    return number


@named
def three(number):
    return number


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(one, [1, 2]))
        print(pool.map(two, [1, 2]))
        print(pool.map(three, [1, 2]))
