"""Guides say that these can't be pickled."""
import io
import logging
import multiprocessing
import random
import re
import socket
from multiprocessing import Manager, Pool, Process

log = logging.getLogger(__name__)
PATTERN = re.compile("a+")


def work(*values):
    return len(values)


def main():
    here, there = multiprocessing.Pipe()
    receiver = multiprocessing.Pipe(False)[0]
    manager = Manager()
    server = socket.socket()
    with Pool(2) as pool:
        pool.apply(work, (log, PATTERN, io.BytesIO(b""), random.Random(1)))
        pool.apply(work, (map(str, [1]), zip("ab", "cd"), iter([1])))
        pool.apply(work, (receiver, here, manager.dict(), manager.Queue()))
        pool.apply(work, (multiprocessing.get_context("spawn"), server))
    process = Process(target=work, args=(log, there, server, multiprocessing.Lock()))
    process.start()
    process.join()


if __name__ == "__main__":
    main()
