import multiprocessing
import random


def shifted(by):
    def decorate(function):
        return lambda x: function(x) + by

    return decorate


@shifted(by=10)
def work(x):
    return x


def main():
    with multiprocessing.Pool(2) as pool:
        print(pool.map(lambda x: work(x), [1]))
        # A bound method of a hidden generator would take its state along.
        print(pool.map(lambda xs: random.choice(xs), [[1]]))


if __name__ == "__main__":
    main()
