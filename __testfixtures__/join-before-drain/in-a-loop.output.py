from multiprocessing import Process, Queue


def load(part, queue):
    for row in range(20_000):
        queue.put((part, row))
    queue.put(None)


def loaded(parts):
    queue = Queue()
    for part in parts:
        process = Process(target=load, args=(part, queue))
        process.start()
        rows = 0
        for _ in iter(queue.get, None):
            rows += 1
        process.join()
        print(part, rows)


if __name__ == "__main__":
    loaded("ab")
