import os
import subprocess
from multiprocessing import Pool

REVISION = subprocess.check_output(["git", "rev-parse", "HEAD"])
HAS_GIT = subprocess.call(["git", "--version"]) == 0
os.system("")
os.system("clear")


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(4)), REVISION, HAS_GIT)
