"""The worker's own name for the queue is that of a module."""
import multiprocessing
import queue
from functools import partial


def square(number, queue):
    def put(result):
        queue.put(result)

    put(number * number)


def main():
    results = multiprocessing.SimpleQueue()
    worker = partial(square, queue=results)
    with multiprocessing.Pool(2) as pool:
        pool.map(worker, [1, 2])
        for _ in pool.imap_unordered(worker, [3]):
            pass
        print(sorted(results.get() for _ in range(3)), queue.Empty.__name__)


if __name__ == "__main__":
    main()
