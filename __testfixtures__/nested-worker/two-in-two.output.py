import functools
from concurrent import futures


def work(n, x):
    return x + n


def first(xs, n):
    with futures.ProcessPoolExecutor(2) as executor:
        return list(executor.map(functools.partial(work, n), xs))


def _work(n, x):
    return x - n


def second(xs, n):
    with futures.ProcessPoolExecutor(2) as executor:
        return list(executor.map(functools.partial(_work, n), xs))


def _filter(n, x):
    return x * n


def filters(xs, n):
    with futures.ProcessPoolExecutor(2) as executor:
        return list(executor.map(functools.partial(_filter, n), xs))


def total(xs):
    return functools.reduce(max, filter(None, xs))


if __name__ == "__main__":
    print(first([1], 2), second([1], 2), filters([3], 2), total([1, 2]))
