import multiprocessing
from multiprocessing.pool import ThreadPool


def scale(numbers, factor):
    with multiprocessing.Pool(2) as pool:
        return pool.map(lambda x: x * factor, numbers)


if __name__ == "__main__":
    print(scale([1, 2, 3], 10))
    with ThreadPool(2) as pool:
        print(pool.map(str, [1, 2]))
