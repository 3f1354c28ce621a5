import os
from multiprocessing import Process

os.system("echo started >> log.txt")


def show(n):
    print(n * n)


if __name__ == "__main__":
    process = Process(target=show, args=(3,))
    process.start()
    process.join()
    print(open("log.txt").read().split())
