from multiprocessing import Process


class Runner:
    def __init__(self, names):
        self.names = names
        self.processes = []

    def start(self):
        def loop(name):
            print(name, len(self.names), flush=True)

        for name in self.names:
            process = Process(target=loop, args=(name,))
            process.start()
            self.processes.append(process)


if __name__ == "__main__":
    runner = Runner(["a", "b"])
    runner.start()
    for process in runner.processes:
        process.join()
