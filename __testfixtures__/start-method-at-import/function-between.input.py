import multiprocessing as mp

mp.set_start_method("spawn")


def make_lock():
    return mp.Lock()


LOCK = make_lock()


def work(lock):
    with lock:
        print(1)


if __name__ == "__main__":
    process = mp.Process(target=work, args=(LOCK,))
    process.start()
    process.join()
