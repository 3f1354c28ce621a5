"""Other values may come here, or nothing is pickled."""
import multiprocessing
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pool, Process
from multiprocessing.pool import ThreadPool


def work(*values):
    return len(values)


def write(text, file=None):
    if file is None:
        file = open("a.txt", "w")
    Process(target=work, args=(file, text)).start()


def connect(pool, path=None):
    connection = sqlite3.connect(path) if path else None
    pool.apply(work, (connection,))


def annotated(pool, lock: threading.Lock):
    pool.apply(work, (lock,))


def closed(pool):
    file = open("a.txt")
    file = file.read()
    pool.apply(work, (file,))


def forked():
    context = multiprocessing.get_context("fork")
    context.Process(target=work, args=(open("a.txt"),)).start()


def threads(lock=threading.Lock()):
    with ThreadPool(2) as pool:
        pool.apply(work, (lock, open("a.txt")))
    with ThreadPoolExecutor() as executor:
        executor.submit(work, lock, (n for n in "a"))
    threading.Thread(target=work, args=(lock, open("a.txt"))).start()


class Test:
    def test_error(self):
        with self.assertRaises(TypeError):
            with Pool(1) as pool:
                pool.apply(work, (open("a.txt"),))


if __name__ == "__main__":
    with Pool(2) as pool:
        connect(pool)
        closed(pool)
        annotated(pool, multiprocessing.Manager().Lock())
    write("a", "b")
    forked()
    threads()
