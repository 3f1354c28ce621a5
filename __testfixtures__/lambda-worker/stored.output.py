import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def _half(x):
    return x / 2


class Shapes:
    def area(side):
        return side * side
    def scale(self, x):
        return x * self.by

    def __init__(self, by):
        self.by = by
        self.half = _half

    def run(self, xs):
        with multiprocessing.Pool(2) as pool:
            print(pool.map(Shapes.area, xs))
            print(pool.map(self.scale, xs))
            print(pool.map(self.half, xs))


def _worker(x):
    return x + 1


def _worker_2(x):
    return x + 2


def main(xs):
    with ProcessPoolExecutor(2) as executor:
        for step in [_worker, _worker_2]:
            print(list(executor.map(step, xs)))


if __name__ == "__main__":
    Shapes(2).run([2, 4])
    main([2, 4])
