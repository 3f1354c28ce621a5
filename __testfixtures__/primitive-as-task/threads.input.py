"""Threads share all that there is; other libraries have ways of their own."""
import multiprocessing
import multiprocessing.dummy
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool


def work(lock, number):
    with lock:
        return number


def main():
    lock = multiprocessing.Lock()
    with ThreadPool(2) as pool:
        pool.starmap(work, [(lock, 1)])
    with multiprocessing.dummy.Pool(2) as pool:
        pool.apply(work, (lock, 1))
    with ThreadPoolExecutor() as executor:
        executor.submit(work, lock, 1)
    print(list(map(work, [lock], [2])))


if __name__ == "__main__":
    main()
