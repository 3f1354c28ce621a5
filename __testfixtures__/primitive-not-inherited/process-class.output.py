from multiprocessing import Process, Queue

results = Queue()


class Worker(Process):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.results = results

    def run(self):
        self.results.put(1)


def main():
    worker = Worker()
    worker.start()
    print(results.get())
    worker.join()


if __name__ == "__main__":
    main()
