from multiprocessing import Pool, get_start_method, get_all_start_methods

PICKLES = (get_start_method(allow_none=True) or get_all_start_methods()[0]) != "fork"


def describe():
    return "pickled" if PICKLES else "inherited"


def doubled(numbers):
    with Pool(2) as pool:
        return pool.map(double, numbers)


def double(n):
    return 2 * n
