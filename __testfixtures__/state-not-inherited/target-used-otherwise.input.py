from multiprocessing import Process
from threading import Thread

CONFIG = None


def work(number):
    print(number, CONFIG)


def main():
    global CONFIG
    CONFIG = 5
    for kind in Thread, Process:
        child = kind(target=work, args=(1,))
        child.start()
        child.join()
    child = Process(target=work, args=(2,))
    child.start()
    child.join()


if __name__ == "__main__":
    main()
