from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Queue


def work(queue):
    queue.put(1)


if __name__ == "__main__":
    queue = Queue()
    with ProcessPoolExecutor(1) as executor:
        executor.submit(work, queue).result()
