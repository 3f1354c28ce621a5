from multiprocessing import Process, Queue


def work(queue):
    queue.put(1)


queue = Queue()
Process(target=work, args=(queue,)).start()
print(queue.get(timeout=2))
