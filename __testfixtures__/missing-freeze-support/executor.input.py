import bootloader
import sys
from concurrent.futures import ProcessPoolExecutor

FROZEN = hasattr(sys, "frozen")


def square(n):
    return n * n


if __name__ == "__main__":
    # Two are enough.
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(sum(executor.map(square, range(5))))
