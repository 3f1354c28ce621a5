# interrupt
from multiprocessing import Process, Queue


def work(queue):
    queue.put("x" * 10_000_000)


if __name__ == "__main__":
    queue = Queue()
    process = Process(target=work, args=(queue,))
    process.start()
    process.join()
    print(len(queue.get()))
