"""What a function is given by all its callers, and what an attribute holds."""
import sqlite3
import threading
from multiprocessing import Pool, Process


def work(connection, lock):
    return connection, lock


def run(pool, connection):
    pool.apply(work, (connection, 1))


class Server:
    def __init__(self, path):
        self.lock = threading.Lock()
        self.path = path
        self.connections = [sqlite3.connect(path)]

    def serve(self):
        Process(target=work, args=(self.path, self.lock)).start()
        Process(target=work, args=(self.path, self.connections)).start()
        Process(target=work, args=(self.path, self.connections[0])).start()


if __name__ == "__main__":
    with Pool(2) as pool:
        run(pool, sqlite3.connect(":memory:"))
    Server("a.db").serve()
