from multiprocessing import Process

CONFIG = None


class Worker(Process):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.config = CONFIG

    def run(self):
        print(self.config)


def main():
    global CONFIG
    CONFIG = 5
    worker = Worker()
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
