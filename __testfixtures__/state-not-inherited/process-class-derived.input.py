import multiprocessing

LEVEL = 0


class Starting(multiprocessing.Process):
    def __init__(self):
        super().__init__()
        self.start()


class Derived(Starting):
    def run(self):
        print("derived", LEVEL)


def main():
    global LEVEL
    LEVEL = 7
    process = Derived()
    process.join()


if __name__ == "__main__":
    main()
