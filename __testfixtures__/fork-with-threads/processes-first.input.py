import multiprocessing as mp
import threading
import time


def watch():
    while True:
        time.sleep(1)


if __name__ == "__main__":
    pool = mp.Pool(2)
    threading.Thread(target=watch, daemon=True).start()
    print(pool.map(abs, [-1]))
    pool.close()
    pool.join()
