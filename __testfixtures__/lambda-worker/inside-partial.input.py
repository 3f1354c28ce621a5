import functools
from multiprocessing import get_context


def main(bias):
    with get_context("spawn").Pool(2) as pool:
        print(pool.map(functools.partial(lambda k, x: k * x + bias, 3), [1, 2]))


if __name__ == "__main__":
    main(1)
