from multiprocessing import Process


class Worker(Process):
    def __init__(self, name):
        self.title = name

    def run(self):
        print(self.title)


if __name__ == "__main__":
    worker = Worker("a")
    worker.start()
    worker.join()
