import multiprocessing


def double(n):
    return 2 * n


with multiprocessing.get_context("fork").Pool(2) as pool:
    print(pool.map(double, [1, 2, 3]))
