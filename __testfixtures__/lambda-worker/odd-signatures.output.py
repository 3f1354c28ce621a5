import functools as _functools
import multiprocessing
from typing import Callable


def show(*args, **kwargs):
    return args, kwargs


def _worker(k, x,  # the item
        *, z=2):
    # first
    # the rest
    return x * z + k


def _worker_2(i, k):
    return i * k


def _worker_3(j, x):
    return x * j


def _worker_4(k, x):
    return x + k


def _h(x):
    return x - 1


def _m(x):
    return x


def _n(x):
    return -x


def _worker_5(items, x):
    return x in items


def _worker_6(_):
    return None


def main(xs, functools, k, items=(1, 2)):
    with multiprocessing.Pool(2) as pool:
        print(pool.map(_functools.partial(_worker, k), xs))
        print(pool.starmap(show, [(1, 2)]))
        print(pool.apply(show, (1,)))
        print(pool.starmap(_functools.partial(show, k, z=4), [(1, 2)]))
        print(pool.apply(show, (k,)), pool.apply(show, args=[k]))
        print([job.get() for job in [pool.apply_async(_worker_2, (i, k)) for i in range(3)]])
        run = lambda ys, j: pool.map(_functools.partial(_worker_3, j), ys)
        print(run(xs, 3))
        a = b = _functools.partial(_worker_4, k)
        print(pool.map(a, xs), b(1))
        h: Callable[[int], int] = _h
        print(pool.map(h, xs))
        m = _m; n = _n
        print(pool.map(m, xs), pool.map(n, xs))
        if k: print(pool.map(_functools.partial(_worker_5, items), xs)); print(pool.map(_worker_6, xs))


if __name__ == "__main__":
    main([1, 2], None, 5)
