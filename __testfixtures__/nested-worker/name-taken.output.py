from functools import partial
from multiprocessing import Pool


def work(x):
    return -x


def _work(depth, x):
    """Doubles, depth times."""
    return x if x > depth else _work(depth, x * 2)


def run(values, depth):
    with Pool(2) as pool:
        return pool.map(partial(_work, depth), values), _work(depth, 1)


if __name__ == "__main__":
    print(run([1, 2, 3], 9), work(1), partial(work, 2)())
