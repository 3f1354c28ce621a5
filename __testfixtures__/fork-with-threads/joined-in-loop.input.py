import multiprocessing as mp
import threading
import time


def watch(stop):
    while not stop.is_set():
        time.sleep(0.1)


def main(stop):
    first = threading.Thread(target=watch, args=(stop,))
    first.start()
    stop.set()
    for thread in [first]:
        thread.join()
    with mp.Pool(2) as pool:
        print(pool.map(abs, [-1]))
