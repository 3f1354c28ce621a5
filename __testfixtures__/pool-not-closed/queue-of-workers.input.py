import multiprocessing as mp

log = mp.get_context("fork").JoinableQueue()


def prepare(queue):
    global results
    results = queue


def work(n):
    results.put("x" * 300_000)
    return n


def note(n):
    log.put(n)
    return n


def through_initializer():
    queue = mp.Queue()
    pool = mp.Pool(2, initializer=prepare, initargs=(queue,))
    print(pool.map(work, range(4)))
    for _ in range(4):
        print(len(queue.get()))


def closed_before_reading():
    queue = mp.Queue()
    pool = mp.Pool(2, prepare, (queue,))
    print(pool.map(work, range(4)))
    pool.close()
    for _ in range(4):
        print(len(queue.get()))


def through_module():
    pool = mp.get_context("fork").Pool(2)
    print(pool.map(note, range(4)))
    print(sorted(log.get() for _ in range(4)))


if __name__ == "__main__":
    through_initializer()
    closed_before_reading()
    through_module()
