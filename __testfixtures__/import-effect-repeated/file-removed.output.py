import os
from multiprocessing import Process


def show(n):
    print(n * n)


if __name__ == "__main__":
    os.remove("old.txt")
    process = Process(target=show, args=(3,))
    process.start()
    process.join()
    print(process.exitcode)
