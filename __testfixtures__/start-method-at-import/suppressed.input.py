import multiprocessing
from contextlib import suppress

with suppress(RuntimeError):
    multiprocessing.set_start_method("spawn")


def square(n):
    return n * n


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print(pool.map(square, range(3)))
