from ._start_method import context

names = []


# Depends on fork: workers read a global that only the parent sets (MP501).
class Worker(context().Process):
    def __init__(self, results, lock):
        super().__init__()
        self.results = results
        self.lock = lock

    def run(self):
        with self.lock:
            self.results.put(list(names))


class Loud(Worker):
    def run(self):
        self.results.put([name.upper() for name in names])


def run(given):
    names.extend(given)
    results = context().Queue()
    lock = context().Lock()
    for kind in (Worker, Loud):
        worker = kind(results, lock)
        worker.start()
        print(results.get())
        worker.join()
