import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Lock


def count(xs):
    total = multiprocessing.Value("i", 0)
    with multiprocessing.Pool(2) as pool:
        pool.map(lambda x: setattr(total, "value", x), xs)


def guarded(xs):
    lock = Lock()
    with ProcessPoolExecutor() as executor:
        return executor.submit(lambda: lock.acquire()).result()


if __name__ == "__main__":
    count([1])
    guarded([1])
