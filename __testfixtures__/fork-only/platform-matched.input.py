import multiprocessing
import sys


def context():
    match sys.platform:
        case "linux":
            return multiprocessing.get_context("fork")
        case _:
            return multiprocessing.get_context("spawn")
