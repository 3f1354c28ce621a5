from multiprocessing import Process, Queue


def work(number):
    global lock, results
    with lock:
        results.put(number)


def helper():
    results.put(5)


def other(number: int):
    """Does it elsewhere."""; helper()


if __name__ == "__main__":
    from multiprocessing import Lock
    lock = Lock()
    results = Queue()
    first = Process(target=work, args=(1,))
    first.start()
    print(results.get(timeout=2))
    first.join()
    second = Process(target=other, args=(2,))
    second.start()
    print(results.get(timeout=2))
    second.join()
