import multiprocessing
import platform
import sys


def main():
    if platform.system() == "Windows":
        print("not for Windows", file=sys.stderr)
        sys.exit(1)
    multiprocessing.set_start_method("fork")
