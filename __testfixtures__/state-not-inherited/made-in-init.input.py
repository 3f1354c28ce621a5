from multiprocessing import Process

LEVEL = 0


def work():
    print("level", LEVEL)


class Control:
    def __init__(self):
        self.process = Process(target=work)

    def run(self, level):
        global LEVEL
        LEVEL = level
        self.process.start()
        self.process.join()


class Workers:
    def __init__(self):
        self.processes = []

    def add(self):
        self.processes.append(Process(target=work))

    def start(self):
        global LEVEL
        LEVEL = 7
        for process in self.processes:
            process.start()


if __name__ == "__main__":
    Control().run(5)
    workers = Workers()
    workers.add()
    workers.start()
