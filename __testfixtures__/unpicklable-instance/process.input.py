"""Under fork a Process gets the instance as it is."""
import threading
from multiprocessing import Process, SimpleQueue


class Counter:
    def __init__(self, queue):
        self.lock = threading.Lock()
        self.log = open(__file__)
        self.queue = queue
        self.done = 0

    def count(self, number):
        self.queue.put(self.next(number))

    def next(self, number):
        return number + 1

    def collect(self):
        with self.lock:
            self.done += self.queue.get()
        self.log.close()


if __name__ == "__main__":
    counter = Counter(SimpleQueue())
    process = Process(target=counter.count, args=(1,))
    process.start()
    counter.collect()
    process.join()
    print(counter.done)
