from multiprocessing import Lock, Pool


def work(number):
    with lock:
        return number * 2


def _init_worker(lock_):
    global lock
    lock = lock_


def main():
    lock = Lock()
    with Pool(2, initializer=_init_worker, initargs=(lock,)) as pool:
        print(pool.map(work, [1, 2, 3]))


if __name__ == "__main__":
    main()
