import logging
import sys
from multiprocessing import Pool

logging.info("squares")
print("squares", file=open("log.txt", "a"))


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(4)))
