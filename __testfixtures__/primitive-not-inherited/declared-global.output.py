from multiprocessing import Process, Queue


def work(number, lock_, results_):
    global lock, results
    lock = lock_
    results = results_
    with lock:
        results.put(number)


def helper():
    results.put(5)


def other(number: int, results_):
    """Does it elsewhere."""
    global results
    results = results_
    helper()


if __name__ == "__main__":
    from multiprocessing import Lock
    lock = Lock()
    results = Queue()
    first = Process(target=work, args=(1, lock, results))
    first.start()
    print(results.get(timeout=2))
    first.join()
    second = Process(target=other, args=(2, results))
    second.start()
    print(results.get(timeout=2))
    second.join()
