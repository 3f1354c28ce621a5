from multiprocessing import Process, Queue


class Worker(Process):
    def run(self):
        print("working")


CLASSES = {"process": Process, "worker": Worker}
worker = Worker()
worker.daemon = True
queue: "Queue[int]" = Queue()
