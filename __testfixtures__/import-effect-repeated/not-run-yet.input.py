import os
from multiprocessing import Pool


def folders():
    os.mkdir("a")
    yield "a"


async def prepare():
    os.mkdir("b")


made = folders()
later = lambda: os.mkdir("c")


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(4)), list(made))
