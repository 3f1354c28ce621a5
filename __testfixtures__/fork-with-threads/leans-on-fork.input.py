import multiprocessing as mp
import threading
import time

table = {}


def watch():
    while True:
        time.sleep(1)


def look_up(key):
    return table[key]


if __name__ == "__main__":
    table = {"a": 1}
    threading.Thread(target=watch, daemon=True).start()
    with mp.Pool(2) as pool:
        print(pool.map(look_up, "a"))
