import multiprocessing
import threading


class Server:
    def __init__(self):
        self.stopping = threading.Event()
        self.process = multiprocessing.Process(target=lambda: self.serve())

    def serve(self):
        print("serving")

    def start(self):
        self.process.start()


if __name__ == "__main__":
    Server().start()
