import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, cpu_count


def less(xs):
    with Pool(cpu_count() - 1) as pool:
        return pool.map(abs, xs)


def half(xs):
    workers = os.cpu_count() // 2
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return list(executor.map(abs, xs))


def part(xs):
    with Pool(int(os.cpu_count() * 0.5)) as pool:
        return pool.map(abs, xs)


def negative(xs):
    with Pool(os.cpu_count() - 2 or 1) as pool:
        return pool.map(abs, xs)


if __name__ == "__main__":
    print(less([1, -2]), half([1, -2]), part([1, -2]), negative([1, -2]))
