import multiprocessing as mp
import threading
import time


def watch(stop):
    while not stop.is_set():
        time.sleep(0.1)


if __name__ == "__main__":
    stop = threading.Event()
    threads = [threading.Thread(target=watch, args=(stop,)) for _ in range(2)]
    watcher = threading.Thread(target=watch, args=(stop,))
    watcher.start()
    stop.set()
    watcher.join()
    with mp.Pool(2) as pool:
        print(pool.map(abs, [-1]))
