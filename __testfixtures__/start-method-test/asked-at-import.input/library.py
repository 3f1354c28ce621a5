from multiprocessing import Pool, get_start_method

PICKLES = get_start_method() != "fork"


def describe():
    return "pickled" if PICKLES else "inherited"


def doubled(numbers):
    with Pool(2) as pool:
        return pool.map(double, numbers)


def double(n):
    return 2 * n
