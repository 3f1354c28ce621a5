import sys
from multiprocessing import Process

if __name__ == "__main__":
    settings = {"size": 3}

size = settings["size"]


def work():
    print(size)


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
    sys.exit(process.exitcode)
