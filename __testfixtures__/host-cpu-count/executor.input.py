"""Squares some numbers."""
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import cpu_count
from os import sched_getaffinity as cpus, sched_setaffinity


def square(x):
    return x * x


def main():
    workers = max(1, cpu_count() * 2 - 1)
    with ProcessPoolExecutor(max_workers=workers) as executor:
        print(list(executor.map(square, [1, 2, 3])))
        print('more workers than asked for:', executor._max_workers > 1)


if __name__ == '__main__':
    sched_setaffinity(0, {min(cpus(0))})
    main()
