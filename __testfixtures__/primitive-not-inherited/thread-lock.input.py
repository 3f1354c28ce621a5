import queue
import threading
from multiprocessing import Pool

lock = threading.Lock()
results = queue.Queue()


def work(number):
    with lock:
        results.put(number)
        return results.get()


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
