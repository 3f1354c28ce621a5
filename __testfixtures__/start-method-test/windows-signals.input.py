import multiprocessing
import os
import signal


def ignore():
    signal.signal(signal.SIGBREAK, signal.SIG_IGN)


def make_pool():
    if os.name == "nt":
        return multiprocessing.Pool(2, initializer=ignore)
    return multiprocessing.Pool(2)
