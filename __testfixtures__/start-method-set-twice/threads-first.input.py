import multiprocessing as mp
from multiprocessing.pool import ThreadPool


def double(n):
    return 2 * n


if __name__ == "__main__":
    with ThreadPool(2) as threads:
        numbers = threads.map(abs, [-1, -2])
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(pool.map(double, numbers))
