import multiprocessing

base = 0


def tell(results, lock):
    with lock:
        results.put(base)


def run(given):
    global base
    base = given
    lock = multiprocessing.Lock()
    results = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=tell, args=(results, lock))
    process.start()
    print(results.get())
    process.join()
