import multiprocessing
import threading


class Watcher(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.stopped = threading.Event()

    def run(self):
        while not self.stopped.is_set():
            self.stopped.wait(1)


def work():
    print("working")


if __name__ == "__main__":
    watcher = Watcher()
    watcher.start()
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    watcher.stopped.set()
    watcher.join()
