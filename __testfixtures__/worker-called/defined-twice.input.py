import sys
from multiprocessing import Process


def make():
    pass


if sys.version_info > (3,):

    def make():
        return print


def run(make):
    process = Process(target=make())
    process.start()
    process.join()


if __name__ == "__main__":
    process = Process(target=make())
    process.start()
    process.join()
    run(lambda: print)
