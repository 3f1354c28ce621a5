import functools
from multiprocessing import Pool


def doubled(func):
    @functools.wraps(func)
    def inner(number):
        return 2 * func(number)

    return inner


@doubled
@doubled
def work(number):
    return number


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(work, [1]))
