from multiprocessing import Process


def show(value):
    print(value, flush=True)


def _worker(self):
    show(self.token)


class Counter:
    def __init__(self):
        self.reads = 0

    @property
    def token(self):
        self.reads += 1
        return self.reads

    def run(self):
        process = Process(target=_worker, args=(self,))
        process.start()
        process.join()
        print(self.reads)


def _divide_worker(total):
    show(10 / total)


def divide(total):
    process = Process(target=_divide_worker, args=(total,))
    process.start()
    process.join()
    print(process.exitcode)


if __name__ == "__main__":
    Counter().run()
    divide(0)
