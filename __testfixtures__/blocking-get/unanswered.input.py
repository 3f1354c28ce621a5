import os
from multiprocessing import Process, Queue


def count(path, results):
    if not os.path.exists(path):
        raise FileNotFoundError(path)
    with open(path) as file:
        results.put(len(file.readlines()))


if __name__ == "__main__":
    results = Queue()
    workers = [Process(target=count, args=(path, results)) for path in (__file__, "missing.txt")]
    for worker in workers:
        worker.start()
    counts = [results.get() for _ in workers]
    for worker in workers:
        worker.join()
    print("counted", len(counts))
