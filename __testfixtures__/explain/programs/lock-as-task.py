from multiprocessing import Lock, Pool


def work(lock):
    with lock:
        return 1


if __name__ == "__main__":
    lock = Lock()
    with Pool(1) as pool:
        print(pool.map(work, [lock]))
