import queue
import time
from multiprocessing import Process, Queue


def load(names, results):
    for name in names:
        results.put(name * 1000)


def until_empty(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    process.join()
    found = []
    while not results.empty():
        found.append(results.get())
    return found


def as_many_as_there_are(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    process.join()
    found = [results.get() for _ in range(results.qsize())]
    return found


def gives_up(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    process.join()
    found = []
    while True:
        try:
            found.append(results.get_nowait())
        except queue.Empty:
            break
    return found


def asks_before(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    process.join()
    if process.exitcode != 0:
        raise RuntimeError("load failed")
    first = results.get()
    return first


def removes_before(names, path):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start()
    process.join()
    path.unlink()
    first = results.get()
    return first


def in_another_block(names, clock):
    results = Queue()
    process = Process(target=load, args=(names, results))
    with clock:
        process.start()
        process.join()
    first = results.get()
    return first


def on_one_line(names):
    results = Queue()
    process = Process(target=load, args=(names, results))
    process.start(); process.join()
    first = results.get()
    return first


def with_more_in_the_loop(names):
    results = Queue()
    processes = [Process(target=load, args=(name, results)) for name in names]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        print(process.name)
    found = [results.get() for _ in processes]
    return found


def handed_round(names):
    results = Queue()
    processes = [Process(target=load, args=(name, results)) for name in names]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    found = {process.name: results.get() for process in processes}
    return found


def leaves(names):
    results = Queue()
    processes = [Process(target=load, args=(name, results)) for name in names]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    for _ in processes:
        if results.get() is None:
            return None
    return names


def fill(results):
    rows = []
    for number in range(10):
        rows.append(str(number) * 10_000)
    results.put(rows)


def write(results):
    text = ""
    for number in range(10):
        text += str(number) * 10_000
    results.put(text)


def filled(names):
    results = Queue()
    process = Process(target=fill, args=(results,))
    process.start()
    process.join()
    assert names
    rows = results.get()
    return rows


def written(names):
    results = Queue()
    process = Process(target=write, args=(results,))
    process.start()
    process.join()
    assert names
    text = results.get()
    return text


def repeat(results):
    results.put("x" * 100_000)


def timed():
    results = Queue()
    began = time.time()
    process = Process(target=repeat, args=(results,))
    process.start()
    process.join()
    took = time.time() - began
    text = results.get()
    return took, text
