import multiprocessing
import sys


def context():
    if sys.platform != "win32":
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")
