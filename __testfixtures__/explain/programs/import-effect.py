import os
import sys
from multiprocessing import Process

os.mkdir("results")


def work():
    print("working")


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
    sys.exit(process.exitcode)
