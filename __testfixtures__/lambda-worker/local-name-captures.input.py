import functools
from multiprocessing import Pool


def run(pool, xs):
    return pool.map(abs, xs)


def main(factor):
    shift = factor + 1
    scale = lambda x: x * factor - shift
    for factor_name in ("x",):
        with Pool(2) as pool:
            print(factor_name, pool.map(scale, [1, 2]), run(pool, [-1]))
    print(scale(10))


if __name__ == "__main__":
    main(3)
