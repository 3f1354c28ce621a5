from multiprocessing import Lock, Pool, Process, Queue

lock = Lock()


def init(shared):
    global lock
    lock = shared


def work(number):
    with lock:
        return number


def put(results, number):
    results.put(number)


def main():
    results = Queue()
    child = Process(target=put, args=(results, 1))
    child.start()
    print(results.get())
    child.join()
    with Pool(2, init, (lock,)) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
