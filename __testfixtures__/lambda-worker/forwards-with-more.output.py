import functools
import multiprocessing


def power(base, exponent, negate=False):
    result = base**exponent
    return -result if negate else result


def table(base, numbers):
    pool = multiprocessing.Pool(processes=2)
    try:
        print(pool.map(functools.partial(power, base), numbers))
        print(pool.map(functools.partial(power, exponent=2, negate=True), numbers))
    finally:
        pool.close()
        pool.join()


if __name__ == "__main__":
    table(2, range(4))
