from multiprocessing import Lock
from multiprocessing.pool import ThreadPool

lock = Lock()


def work(number):
    with lock:
        return number


if __name__ == "__main__":
    with ThreadPool(2) as pool:
        print(pool.map(work, [1, 2]))
