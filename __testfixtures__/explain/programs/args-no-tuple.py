import sys
from multiprocessing import Process


def greet(name):
    print(name)


if __name__ == "__main__":
    process = Process(target=greet, args=("world"))
    process.start()
    process.join()
    sys.exit(process.exitcode)
