from multiprocessing import Lock, Pool, Semaphore, Value


def timed(lock, number):
    if lock.acquire(block=True, timeout=1):
        lock.release()
    return number


def counted(semaphore):
    return semaphore.get_value()


def names(lock):
    return sorted(locals())


def main():
    pool = Pool(1)
    lock = Lock()
    semaphore = Semaphore(3)
    total = Value("i", 3, lock=lock)
    print(pool.apply(timed, (lock, 1)), total.value)
    print(pool.apply(counted, (semaphore,)))


def main_with_names():
    lock = Lock()
    with Pool(1) as pool:
        print(pool.apply(names, (lock,)))


if __name__ == "__main__":
    main()
