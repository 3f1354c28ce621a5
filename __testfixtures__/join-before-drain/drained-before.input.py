from multiprocessing import Process, Queue


def load(names, results):
    for name in names:
        results.put(name * 1000)
    results.put(None)


def before(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    found = list(iter(results.get, None))
    process.join()
    return found


def some_before(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    first = results.get()
    process.join()
    return first, results.get()


def in_other_branches(names, is_quick):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    if is_quick:
        process.join()
        return None
    return results.get()


def in_the_other_branch(names, is_quick):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    if is_quick:
        process.join()
    else:
        print(results.get())
