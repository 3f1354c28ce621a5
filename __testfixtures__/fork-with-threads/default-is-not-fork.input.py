import multiprocessing as mp
import threading
import time


def watch():
    while True:
        time.sleep(1)


if __name__ == "__main__":
    threading.Thread(target=watch, daemon=True).start()
    with mp.Pool(2) as pool:
        print(pool.map(abs, [-1]))
