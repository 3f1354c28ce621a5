import os
from multiprocessing import Pool


def first(xs):
    with Pool(
        os.cpu_count(
            # all of them
        )
    ) as pool:
        return pool.map(abs, xs)


def second(xs, len):
    with Pool(os.cpu_count()) as pool:
        return pool.map(abs, xs)


if __name__ == "__main__":
    print(first([1, -2]), second([1, -2], 2))
