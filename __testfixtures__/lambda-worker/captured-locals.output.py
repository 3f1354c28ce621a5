"""Scales readings in parallel."""
import functools
import multiprocessing as mp
import sys

OFFSET = 100


def _scale_worker(factor, unit, r):
    return f"{r * factor + OFFSET}{unit}"


# How much a reading counts.
def scale(readings, factor, unit):
    with mp.Pool(2) as pool:
        return pool.map(functools.partial(_scale_worker, factor, unit), readings)


def main():
    print(scale([1, 2, 3], 10, "mm"))


if __name__ == "__main__":
    sys.exit(main())
