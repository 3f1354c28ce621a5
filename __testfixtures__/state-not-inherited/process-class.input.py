from multiprocessing import Process

CONFIG = None


class Worker(Process):
    def run(self):
        print(CONFIG)


def main():
    global CONFIG
    CONFIG = 5
    worker = Worker()
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
