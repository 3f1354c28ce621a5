import multiprocessing
import os


def main():
    assert os.name == "posix"
    multiprocessing.set_start_method("fork")
