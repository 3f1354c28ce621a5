import csv
import hashlib
import os
import queue
import sqlite3
import subprocess
import threading
import zipfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import Pool, Process

import redis
from pymongo import MongoClient
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

LOCK = threading.Lock()
engine = create_engine("sqlite://")
make_session = sessionmaker(bind=engine)


class Store:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)

    def load(self, ids):
        with ProcessPoolExecutor() as executor:
            return [executor.submit(load, self.connection, each) for each in ids]


def load(connection, each):
    return connection.execute("select ?", (each,)).fetchall()


def numbers():
    yield from range(3)


def main(path):
    connection = sqlite3.connect(path)
    cursor = connection.cursor()
    jobs = queue.Queue()
    table = {"a": 1}
    with Pool(2) as pool, zipfile.ZipFile(path) as archive:
        pool.apply(load, (cursor, 1))
        pool.apply_async(load, args=(connection,), kwds={"each": jobs})
        pool.map(partial(load, LOCK), [1, 2])
        pool.starmap(load, [(archive, name) for name in archive.namelist()])
        pool.apply(load, (table.keys(), hashlib.sha256(b"")))
        pool.map(load, [{"os": os}, {"os": os}])
        pool.apply(load, (numbers(), csv.reader(["a"])))
        pool.apply(load, [engine, make_session()])
        pool.apply(load, [Session(engine), MongoClient()])
        pool.apply(load, [redis.Redis(), subprocess.Popen(["true"])])
        pool.apply(load, (lambda: 1, pool))
    Process(target=load, args=(connection, 1)).start()
    Pool(2, print, initargs=(LOCK,)).close()


if __name__ == "__main__":
    main("data.db")
