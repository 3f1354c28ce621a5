from multiprocessing import Process


def show(value):
    print(value, flush=True)


class Counter:
    def __init__(self):
        self.reads = 0

    @property
    def token(self):
        self.reads += 1
        return self.reads

    def run(self):
        process = Process(target=lambda: show(self.token))
        process.start()
        process.join()
        print(self.reads)


def divide(total):
    process = Process(target=lambda: show(10 / total))
    process.start()
    process.join()
    print(process.exitcode)


if __name__ == "__main__":
    Counter().run()
    divide(0)
