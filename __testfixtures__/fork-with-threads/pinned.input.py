import logging.handlers
import multiprocessing
import queue


def double(n):
    return 2 * n


def main():
    listener = logging.handlers.QueueListener(queue.Queue(), logging.StreamHandler())
    listener.start()
    with multiprocessing.get_context("fork").Pool(2) as pool:
        print(pool.map(double, [1, 2]))
    listener.stop()


if __name__ == "__main__":
    main()
