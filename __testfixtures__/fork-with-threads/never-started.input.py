import logging.handlers
import multiprocessing
import queue
import threading
import time


def watch():
    while True:
        time.sleep(1)


if __name__ == "__main__":
    listener = logging.handlers.QueueListener(queue.Queue())
    thread = threading.Thread(target=watch)
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, [-1]))
