from multiprocessing import Pool
from pprint import pprint


def pair(number):
    return number, number + 1


if __name__ == "__main__":
    pprint(Pool(2).map(pair, range(3)))
