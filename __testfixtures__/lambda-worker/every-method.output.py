import functools
import multiprocessing


def _worker(x):
    return -x


def _worker_2(base, x):
    return x + base


def _worker_3(base, x):
    return x * base


def _worker_4(x, y):
    return x * y


def _worker_5(base):
    return base + 1


def _worker_6(base, x, y):
    return x - y + base


def _worker_7(base, x):
    return x % base


def main():
    base = 10
    with multiprocessing.Pool(2) as pool:
        print(pool.map(func=_worker, iterable=[1, 2]))
        print(pool.map_async(functools.partial(_worker_2, base), [1, 2]).get())
        print(sorted(pool.imap_unordered(functools.partial(_worker_3, base), [1, 2], chunksize=2)))
        print(pool.starmap_async(_worker_4, [(1, 2)]).get())
        print(pool.apply(_worker_5, (base,)))
        print(pool.apply(_worker_6, (base, 9), {"y": 2}))
        print(pool.apply_async(func=_worker_7, args=[base, 13]).get())


if __name__ == "__main__":
    main()
