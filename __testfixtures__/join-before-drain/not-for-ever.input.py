from multiprocessing import Process, Queue


def load(names, results):
    for name in names:
        results.put(name * 1000)


def drop(names, results):
    results.cancel_join_thread()
    for name in names:
        results.put(name * 1000)


def timed(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    process.join(timeout=10)
    return results.get()


def dropped(names):
    results = Queue()
    process = Process(target=drop, args=(names, results))
    process.start()
    process.join()
    return results.get()


def not_started(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.join()
    return results.get()


def stopped(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    process.join(timeout=10)
    if process.is_alive():
        process.terminate()
    process.join()
    return results.get()


def started_on_a_condition(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    if names:
        process.start()
    process.join()
    first = results.get()
    return first
