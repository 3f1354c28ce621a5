import multiprocessing as mp
from multiprocessing.pool import ThreadPool


def double(n):
    return 2 * n


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with ThreadPool(2) as threads:
        numbers = threads.map(abs, [-1, -2])
    with mp.Pool(2) as pool:
        print(pool.map(double, numbers))
