"""The value may be something else."""
import multiprocessing
from multiprocessing import Manager, Pool, Queue


def work(queue, number=0):
    if queue:
        queue.put(number)


def may_be_given(pool, queue=None):
    if queue is None:
        queue = Queue()
    pool.apply(work, (queue,))


def depends(pool, shared):
    queue = Manager().Queue() if shared else Queue()
    pool.apply(work, (queue,))


def only_sometimes(pool, parallel):
    queue = None
    if parallel:
        queue = Queue()
    pool.apply(work, (queue,))


def replaced(pool):
    queue = Queue()
    queue = Manager().Queue()
    pool.apply(work, args=[queue])


def iterated(pool):
    for lock in [multiprocessing.Lock().acquire, print]:
        pool.apply(print, (lock,))


def taken_out(pool):
    queue = Queue()
    queue.put(1)
    pool.apply(work, (None, queue.get()))
    value = multiprocessing.Value("i", 3)
    pool.map(work, [value.value])
    pool.map(work, range(value.value))


def gone(pool, *args):
    queues = [Queue(), Queue()]
    pool.starmap(work, [args])
    pool.starmap(work, *[queues])


if __name__ == "__main__":
    with Pool(2) as pool:
        for function in (iterated, taken_out, replaced, gone):
            function(pool)
        may_be_given(pool, Manager().Queue())
        only_sometimes(pool, False)
        depends(pool, True)
