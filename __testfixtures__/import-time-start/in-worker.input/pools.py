from multiprocessing import Process, SimpleQueue
from multiprocessing.pool import Pool

pool = Pool(2)


def total(numbers, queue):
    queue.put(pool is not None and sum(numbers))


def totals(rows):
    queue = SimpleQueue()
    for numbers in rows:
        process = Process(target=total, args=(numbers, queue))
        process.start()
        process.join()
    return sorted(queue.get() for _ in rows)
