import sys
import time
from multiprocessing import Process, Queue


def start():
    queue = Queue()
    process = Process(target=work, args=(queue,))
    process.start()
    return process


def work(queue):
    queue.put(1)


if __name__ == "__main__":
    process = start()
    process.join()
    sys.exit(process.exitcode)
