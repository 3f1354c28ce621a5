import multiprocessing
from concurrent.futures import ThreadPoolExecutor


def double(n):
    return 2 * n


if __name__ == '__main__':
    with ThreadPoolExecutor(2) as threads:
        numbers = list(threads.map(abs, [-1, -2]))
        with multiprocessing.Pool(2) as pool:
            print(pool.map(double, numbers))
