import sys
from multiprocessing import Process

print("imported with", sys.argv[1:])


def show():
    print("called with", sys.argv[1:])


if __name__ == "__main__":
    process = Process(target=show)
    process.start()
    process.join()
