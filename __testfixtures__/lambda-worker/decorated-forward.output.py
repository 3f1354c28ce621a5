import multiprocessing
import random


def shifted(by):
    def decorate(function):
        return lambda x: function(x) + by

    return decorate


@shifted(by=10)
def work(x):
    return x


def _worker(x):
    return work(x)


def _worker_2(xs):
    return random.choice(xs)


def main():
    with multiprocessing.Pool(2) as pool:
        print(pool.map(_worker, [1]))
        # A bound method of a hidden generator would take its state along.
        print(pool.map(_worker_2, [[1]]))


if __name__ == "__main__":
    main()
