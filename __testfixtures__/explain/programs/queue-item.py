# interrupt
from multiprocessing import Process, Queue


def work(queue):
    print(queue.get())


if __name__ == "__main__":
    queue = Queue()
    process = Process(target=work, args=(queue,))
    process.start()
    queue.put(lambda: 1)
    process.join()
