from multiprocessing import Process

LEVEL = 0


class Worker(Process):
    def run(self):
        class Handler:
            def level(self):
                return LEVEL

        print("level", Handler().level(), (lambda self: LEVEL)(None), flush=True)


def main():
    global LEVEL
    LEVEL = 7
    worker = Worker()
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
