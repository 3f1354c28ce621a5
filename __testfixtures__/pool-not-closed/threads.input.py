import multiprocessing.dummy
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.dummy import Pool
from multiprocessing.pool import ThreadPool


def square(x):
    return x * x


def main():
    pool = Pool(2)
    print(pool.map(square, range(3)))
    threads = ThreadPool(2)
    print(threads.map(square, range(3)))
    others = multiprocessing.dummy.Pool(2)
    print(others.map(square, range(3)))
    executor = ThreadPoolExecutor()
    print(list(executor.map(square, range(3))))


if __name__ == "__main__":
    main()
