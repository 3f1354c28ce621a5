import functools
from multiprocessing import Pool as Workers


def work(n, x): return x + n


def twice(n, x): return work(n, work(n, x))  # both


def run(xs, n):
    with Workers(2) as pool:
        return pool.map(functools.partial(work, n), xs) + list(pool.imap_unordered(functools.partial(twice, n), xs[:1]))


if __name__ == "__main__":
    print(run([1, 2], 3))
