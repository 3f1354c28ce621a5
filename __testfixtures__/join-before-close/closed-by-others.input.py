from multiprocessing import Pool

from helpers import shutdown_pool


def square(x):
    return x * x


def by_helper():
    pool = Pool(2)
    print(pool.map(square, [1, 2]))
    shutdown_pool(pool)


class ByName:
    def __init__(self):
        self._workers = Pool(2)

    def end(self):
        getattr(self, "_workers").terminate()


class ByNames:
    def __init__(self):
        self.crew = Pool(2)

    def end(self):
        for method in ("close", "join"):
            getattr(self.crew, method)()


if __name__ == "__main__":
    by_helper()
    ByName().end()
    ByNames().end()
