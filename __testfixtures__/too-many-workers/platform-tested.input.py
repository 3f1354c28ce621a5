import sys
from concurrent.futures import ProcessPoolExecutor


def executor():
    if sys.platform == "win32":
        return ProcessPoolExecutor(61)
    return ProcessPoolExecutor(128)


def limited():
    return ProcessPoolExecutor(61 if sys.platform == "win32" else 128)


def tried():
    try:
        return ProcessPoolExecutor(128)
    except ValueError:
        return ProcessPoolExecutor()
