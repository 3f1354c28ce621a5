from functools import partial
from multiprocessing import Pool


def work(x):
    return -x


def run(values, depth):
    def work(x):
        """Doubles, depth times."""
        return x if x > depth else work(x * 2)

    with Pool(2) as pool:
        return pool.map(work, values), work(1)


if __name__ == "__main__":
    print(run([1, 2, 3], 9), work(1), partial(work, 2)())
