import functools
from multiprocessing import Pool


def raised(exponent, x):
    return x ** exponent


def powers(xs):
    found = []
    with Pool(2) as pool:
        for exponent in (1, 2, 3):
            found.append(pool.map(functools.partial(raised, exponent), xs))
    return found


if __name__ == "__main__":
    print(powers([1, 2, 3]))
