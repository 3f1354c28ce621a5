from multiprocessing import Process, SimpleQueue


class Worker(Process):
    def __init__(self):
        super().__init__()
        self.answers = SimpleQueue()

    def run(self):
        self.answers.put(self.work())
