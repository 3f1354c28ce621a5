import multiprocessing
from typing import Callable


def show(*args, **kwargs):
    return args, kwargs


def main(xs, functools, k, items=(1, 2)):
    with multiprocessing.Pool(2) as pool:
        print(pool.map(lambda  # first
                       x,  # the item
                       *, z=2  # the rest
                       : x * z + k, xs))
        print(pool.starmap(lambda *a: show(*a), [(1, 2)]))
        print(pool.apply(lambda *a, **q: show(*a, **q), (1,)))
        print(pool.starmap(lambda *a, **q: show(k, *a, z=4, **q), [(1, 2)]))
        print(pool.apply(lambda: show(k), ()), pool.apply(lambda: show(k), args=[]))
        print([job.get() for job in [pool.apply_async(lambda: i * k) for i in range(3)]])
        run = lambda ys, j: pool.map(lambda x: x * j, ys)
        print(run(xs, 3))
        a = b = lambda x: x + k
        print(pool.map(a, xs), b(1))
        h: Callable[[int], int] = lambda x: x - 1
        print(pool.map(h, xs))
        m = lambda x: x; n = lambda x: -x
        print(pool.map(m, xs), pool.map(n, xs))
        if k: print(pool.map(lambda x: x in items, xs)); print(pool.map(lambda _: None, xs))


if __name__ == "__main__":
    main([1, 2], None, 5)
