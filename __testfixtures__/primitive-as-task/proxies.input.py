"""What a manager gives can be sent to any process at any time."""
import multiprocessing
from multiprocessing import Manager, Pool
from multiprocessing.managers import SyncManager


def work(number, lock: multiprocessing.Lock, queue: multiprocessing.Queue):
    with lock:
        queue.put(number)


def forward(pool, queue: multiprocessing.Queue, lock: multiprocessing.Lock):
    return pool.apply_async(work, (1, lock, queue))


def main():
    manager = Manager()
    with Pool(2) as pool, SyncManager() as other:
        queue = manager.Queue()
        pool.starmap(work, [(n, manager.Lock(), queue) for n in range(3)])
        pool.apply(work, (1, other.Lock(), other.Queue()))
        forward(pool, queue, manager.RLock()).get()


if __name__ == "__main__":
    main()
