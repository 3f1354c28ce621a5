import functools
from multiprocessing import Pool

ROUNDS = 2


def advance(step, x):
    for _ in range(ROUNDS):
        x += step
    return x


if __name__ == "__main__":
    pool = Pool(2)


def run(xs, step):
    return pool.map(functools.partial(advance, step), xs)


if __name__ == "__main__":
    print(run([1, 2], 5))
    pool.close()
    pool.join()
