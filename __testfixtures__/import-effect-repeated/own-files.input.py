import os
import tempfile
import time
from multiprocessing import Pool

null = open(os.devnull, "w")
own = open(f"log-{os.getpid()}.txt", "w")
name = "log-" + time.strftime("%H%M%S")
dated = open(name, "w")


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(4)), file=null)
