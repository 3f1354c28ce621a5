from multiprocessing import Lock

LOCK = Lock()


def setup(lock):
    global LOCK
    LOCK = lock


def work(number):
    with LOCK:
        print(number, flush=True)
