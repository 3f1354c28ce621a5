import sqlite3
import threading
from multiprocessing import Pool

lock = None


def work(number):
    with lock:
        return list(connection.execute("select ?", (number,)))


if __name__ == "__main__":
    lock = threading.Lock()
    connection = sqlite3.connect(":memory:")
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
