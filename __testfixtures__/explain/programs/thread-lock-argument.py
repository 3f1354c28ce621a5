import threading
from multiprocessing import Pool


def work(lock):
    with lock:
        return 1


if __name__ == "__main__":
    lock = threading.Lock()
    with Pool(1) as pool:
        print(pool.apply(work, (lock,)))
