import os
from multiprocessing import Process

os.remove("old.txt")


def show(n):
    print(n * n)


if __name__ == "__main__":
    process = Process(target=show, args=(3,))
    process.start()
    process.join()
    print(process.exitcode)
