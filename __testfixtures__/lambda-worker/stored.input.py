import multiprocessing
from concurrent.futures import ProcessPoolExecutor


class Shapes:
    area = lambda side: side * side
    scale = lambda self, x: x * self.by

    def __init__(self, by):
        self.by = by
        self.half = lambda x: x / 2

    def run(self, xs):
        with multiprocessing.Pool(2) as pool:
            print(pool.map(Shapes.area, xs))
            print(pool.map(self.scale, xs))
            print(pool.map(self.half, xs))


def main(xs):
    with ProcessPoolExecutor(2) as executor:
        for step in [lambda x: x + 1, lambda x: x + 2]:
            print(list(executor.map(step, xs)))


if __name__ == "__main__":
    Shapes(2).run([2, 4])
    main([2, 4])
