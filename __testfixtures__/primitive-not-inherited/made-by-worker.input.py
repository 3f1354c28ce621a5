from multiprocessing import Manager, Pool

lock = None


def get_lock():
    global lock
    if lock is None:
        lock = Manager().Lock()
    return lock


def work(number):
    return get_lock() is not None


if __name__ == "__main__":
    lock = get_lock()
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
