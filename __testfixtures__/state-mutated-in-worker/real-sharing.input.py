from multiprocessing import Array, Manager, Pool, Process, Queue, Value

results = None
lists = []


def set_up(shared):
    global results
    results = shared


def work(number):
    results.append(number)


def fill(items, table, total, numbers, queue):
    items.append(3)
    table["a"] = 3
    with total.get_lock():
        total.value += 1
    numbers[0] = 3
    queue.put(3)


def main():
    manager = Manager()
    shared = manager.list()
    with Pool(2, set_up, (shared,)) as pool:
        pool.map(work, range(3))
    items, table, queue = manager.list(), manager.dict(), Queue()
    total, numbers = Value("i", 0), Array("i", 3)
    process = Process(target=fill, args=(items, table, total, numbers, queue))
    process.start()
    queue.get()
    process.join()
    print(list(shared), list(items), dict(table), total.value, numbers[:])
    if results is not None:
        results.append(0)


if __name__ == "__main__":
    main()
