from multiprocessing import Process, Queue


def load(rows, queue):
    queue.put(list(range(rows)))


def loaded(rows):
    queue = Queue()
    process = Process(target=load, args=(rows, queue))
    process.start()

    result = queue.get()  # a list
    process.join()
    return result


if __name__ == "__main__":
    print(len(loaded(30_000)))
