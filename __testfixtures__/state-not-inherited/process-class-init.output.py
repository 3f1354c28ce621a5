import multiprocessing

CONFIG = None
NAMES = []


class Settings:
    debug = False


def show(number):
    print(number, CONFIG, Settings.debug, flush=True)


class Worker(multiprocessing.Process):
    """Shows things."""

    names = "names of the class"

    def __init__(self, number):
        """Makes a worker."""
        super().__init__()
        self.names_2 = NAMES
        self.debug_2 = Settings.debug
        self.config = CONFIG
        self.number = number

    def run(this):
        """Does the work."""
        global CONFIG
        Settings.debug = this.debug_2
        CONFIG = this.config
        show(this.number)
        for name in this.names_2:
            print(name, flush=True)


class Eager(multiprocessing.Process):
    def __init__(self):
        multiprocessing.Process.__init__(self)
        self.config = CONFIG
        self.start()

    def run(self):
        print(self.config, flush=True)


def main():
    global CONFIG
    CONFIG = 5
    Settings.debug = True
    worker = Worker(1)
    NAMES.append("a")
    worker.start()
    worker.join()
    Eager().join()


if __name__ == "__main__":
    main()
