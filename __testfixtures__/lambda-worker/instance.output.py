import functools
from multiprocessing import Pool


def _worker(self, x):
    return self.times(x) + 1


class Scale:
    def __init__(self, factor):
        self.factor = factor
        self.seen = []

    def times(self, x):
        return x * self.factor

    def run(self, xs):
        with Pool(2) as pool:
            print(pool.map(self.times, xs))
            return pool.map(functools.partial(_worker, self), xs)


if __name__ == "__main__":
    print(Scale(4).run([1, 2]))
