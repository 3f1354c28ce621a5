import multiprocessing as mp
import threading
import time

lock = threading.Lock()


def watch():
    while True:
        with lock:
            time.sleep(1)


def square(n):
    with lock:
        return n * n


if __name__ == "__main__":
    threading.Thread(target=watch, daemon=True).start()
    with mp.Pool(2) as pool:
        print(pool.map(square, range(4)))
