import multiprocessing as mp


def add(total, lock_name, lock):
    with lock:
        total.value += 1


def say(number):
    with lock:
        return number


def _init_worker(lock_):
    global lock
    lock = lock_


if __name__ == "__main__":
    lock = mp.Lock()
    total = mp.Value("i", 0)
    children = [mp.Process(target=add, args=(total, "lock", lock)) for _ in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    with mp.Pool(2, initializer=_init_worker, initargs=(lock,)) as pool:
        print(total.value, pool.map(say, [1, 2]))
