from multiprocessing import Process, Queue

results = Queue()


class Worker(Process):
    def run(self):
        results.put(1)


def main():
    worker = Worker()
    worker.start()
    print(results.get())
    worker.join()


if __name__ == "__main__":
    main()
