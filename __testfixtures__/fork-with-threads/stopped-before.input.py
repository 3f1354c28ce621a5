import logging.handlers
import multiprocessing
import queue

if __name__ == "__main__":
    listener = logging.handlers.QueueListener(queue.Queue())
    listener.start()
    print("set up")
    listener.stop()
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, [-1]))
