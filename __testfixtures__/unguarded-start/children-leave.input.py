import sys
from multiprocessing import Pool


def square(number):
    return number * number


if __name__ != "__main__":
    sys.exit("run me, don't import me")

with Pool(2) as pool:
    print(pool.map(square, range(3)))
