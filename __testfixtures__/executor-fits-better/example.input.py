import os
import signal
from multiprocessing import Pool


def load(size):
    if size > 3:
        # As the system does to a process that takes too much memory.
        os.kill(os.getpid(), signal.SIGKILL)
    return [0] * size


def main():
    with Pool(2) as pool:
        print(pool.map(load, [1, 2, 5]))


if __name__ == "__main__":
    try:
        main()
    except Exception as error:
        print(type(error).__name__)
