from multiprocessing import Process, Queue


def work(queue):
    queue.put(1)


if __name__ == "__main__":
    queue = Queue()
    process = Process(target=work, args=(queue,))
    process.start()
    print(queue.get_nowait())
