"""Scales readings in parallel."""
import multiprocessing as mp
import sys

OFFSET = 100


# How much a reading counts.
def scale(readings, factor, unit):
    with mp.Pool(2) as pool:
        return pool.map(lambda r: f"{r * factor + OFFSET}{unit}", readings)


def main():
    print(scale([1, 2, 3], 10, "mm"))


if __name__ == "__main__":
    sys.exit(main())
