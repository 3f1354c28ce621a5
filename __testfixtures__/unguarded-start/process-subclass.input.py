import multiprocessing


class Worker(multiprocessing.Process):
    def __init__(self, code):
        super().__init__()
        self.code = code

    def run(self):
        raise SystemExit(self.code)


class Special(Worker):
    pass


workers = [Worker(3), Special(4)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
    print(worker.exitcode)
