import sys
from multiprocessing import Process


def inner():
    pass


def outer():
    Process(target=inner).start()


if __name__ == "__main__":
    process = Process(target=outer, daemon=True)
    process.start()
    process.join()
    sys.exit(process.exitcode)
