import os
from multiprocessing import Process


def show(n):
    print(n * n)


if __name__ == "__main__":
    os.system("echo started >> log.txt")
    process = Process(target=show, args=(3,))
    process.start()
    process.join()
    print(open("log.txt").read().split())
