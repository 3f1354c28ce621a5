"""What processes are given when they are started."""
import multiprocessing
from multiprocessing import Lock, Pool, Process, Queue

LOCK = Lock()


def set_up(lock, queue):
    global LOCK
    LOCK = lock


def work(number, lock=None):
    with lock or LOCK:
        return number


def main():
    lock, queue = Lock(), Queue()
    process = Process(target=work, args=(1, lock), kwargs={"lock": None})
    process.start()
    process.join()
    with Pool(2, set_up, (lock, queue)) as pool:
        print(pool.map(work, range(3)))
    with multiprocessing.get_context("spawn").Pool(initializer=set_up, initargs=[lock, queue]):
        pass


if __name__ == "__main__":
    main()
