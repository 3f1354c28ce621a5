"""The worker's own name for the queue is that of a module."""
import multiprocessing
import queue


def square(number):
    def put(result):
        _queue.put(result)

    put(number * number)


def _init_worker(queue_):
    global _queue
    _queue = queue_


def main():
    results = multiprocessing.SimpleQueue()
    worker = square
    with multiprocessing.Pool(2, initializer=_init_worker, initargs=(results,)) as pool:
        pool.map(worker, [1, 2])
        for _ in pool.imap_unordered(worker, [3]):
            pass
        print(sorted(results.get() for _ in range(3)), queue.Empty.__name__)


if __name__ == "__main__":
    main()
