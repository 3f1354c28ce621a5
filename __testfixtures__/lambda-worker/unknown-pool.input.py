import multiprocessing


def squares(pool, numbers):
    return pool.map(lambda x: x * x, numbers)


def default(numbers, apply=lambda f, xs: list(map(f, xs))):
    return apply(lambda x: x + 1, numbers)


class Sampler:
    def __init__(self, pool):
        self.pool = pool

    def sample(self):
        return self.pool.map(lambda x: x, [1])


class Serial:
    def map(self, f, xs):
        return list(map(f, xs))


if __name__ == "__main__":
    multiprocessing.freeze_support()
    print(squares(Serial(), [1, 2]), default([1]), Sampler(Serial()).sample())
