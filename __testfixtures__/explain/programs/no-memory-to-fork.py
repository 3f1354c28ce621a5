# The only step of a record that a full machine takes by itself.
import os
from multiprocessing import Pool


def fork():
    raise OSError(12, "Cannot allocate memory")


if __name__ == "__main__":
    os.fork = fork
    with Pool(1) as pool:
        print(pool.map(abs, [-1]))
