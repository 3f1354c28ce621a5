from multiprocessing import Pool
from multiprocessing.pool import ThreadPool

import library


def either(pool, numbers):
    def work(n):
        return n + 1

    return pool.map(work, numbers)


def unknown(pool, numbers):
    def work(n):
        return n + 1

    return pool.map(work, numbers)


def replaced(pool, numbers):
    def work(n):
        return n + 1

    pool = library.wrapped(pool)
    return pool.map(work, numbers)


def nobody(pool, numbers):
    def work(n):
        return n + 1

    return pool.map(work, numbers)


def threads(pool: ThreadPool, numbers):
    def work(n):
        return n + 1

    return pool.map(work, numbers)


def itself(pool, numbers):
    def work(n):
        return n + 1

    return pool.map(work, numbers) if numbers else itself(pool, numbers)


if __name__ == "__main__":
    with Pool(2) as pool, ThreadPool(2) as others:
        print(either(pool, [1]), either(others, [1]))
        print(replaced(pool, [1]))
        print(threads(library.pool(pool), [1]))
        print(unknown(pool, [1]), unknown(library.pool(), [1]))
