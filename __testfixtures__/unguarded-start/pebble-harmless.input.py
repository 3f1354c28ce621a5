import multiprocessing

from pebble import ProcessPool, ThreadPool, concurrent


@concurrent.process
def alone(n):
    return n * 2


@concurrent.thread
def thread(n):
    return n


@concurrent.process(context=multiprocessing.get_context("fork"))
def forked(n):
    return n


threads = ThreadPool(max_workers=2)
threads.schedule(alone)
print(thread(1).result(), forked(2).result())
pool = ProcessPool(max_workers=2)

if __name__ == "__main__":
    print(alone(3).result())
    print(pool.schedule(thread, args=[1]).result())
