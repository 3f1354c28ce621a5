"""Blinks a light in a process of its own. The process takes the name of its function."""

from multiprocessing import Process


def blink(times):
    print("on off " * times + "on")


if __name__ == "__main__":
    blink = Process(target=blink, args=(2,))
    blink.start()
    blink.join()
