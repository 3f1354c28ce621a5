import multiprocessing

LEVEL = 0


class Guarded(multiprocessing.Process):
    def __setattr__(self, name, value):
        if name == "level":
            raise AttributeError(name)
        super().__setattr__(name, value)

    def run(self):
        print("guarded", LEVEL)


def main():
    global LEVEL
    LEVEL = 7
    process = Guarded()
    process.start()
    process.join()


if __name__ == "__main__":
    main()
