import logging.handlers
import multiprocessing
import queue

listener = logging.handlers.QueueListener(queue.Queue())


def tear_down():
    listener.stop()


if __name__ == "__main__":
    listener.start()
    tear_down()
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, [-1]))
