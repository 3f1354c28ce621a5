import multiprocessing as mp
import threading
import time


def watch():
    while True:
        time.sleep(1)


def run(items):
    threading.Thread(target=watch, daemon=True).start()
    with mp.Pool(2) as pool:
        return pool.map(abs, items)
