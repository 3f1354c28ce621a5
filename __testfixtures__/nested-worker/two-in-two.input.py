import functools
from concurrent import futures


def first(xs, n):
    def work(x):
        return x + n

    with futures.ProcessPoolExecutor(2) as executor:
        return list(executor.map(work, xs))


def second(xs, n):
    def work(x):
        return x - n

    with futures.ProcessPoolExecutor(2) as executor:
        return list(executor.map(work, xs))


def filters(xs, n):
    def filter(x):
        return x * n

    with futures.ProcessPoolExecutor(2) as executor:
        return list(executor.map(filter, xs))


def total(xs):
    return functools.reduce(max, filter(None, xs))


if __name__ == "__main__":
    print(first([1], 2), second([1], 2), filters([3], 2), total([1, 2]))
