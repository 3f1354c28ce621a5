from multiprocessing.dummy import Process
from threading import Thread


def work():
    print("a thread works")


def other():
    print("another thread works")


if __name__ == "__main__":
    work = Process(target=work)
    work.start()
    work.join()
    other = Thread(target=other)
    other.start()
    other.join()
