import threading
from multiprocessing import Process


class Worker(Process):
    def __init__(self):
        super().__init__()
        self.lock = threading.Lock()

    def run(self):
        with self.lock:
            print("working")


if __name__ == "__main__":
    worker = Worker()
    worker.start()
    worker.join()
