import os
import sys
from multiprocessing import Pool


def work(n):
    return os.environ["STAGE"], os.getcwd(), sys.path[0], sys.argv, n


if __name__ == "__main__":
    os.environ["STAGE"] = "first"
    os.chdir("/")
    sys.path.insert(0, "/opt/toolbox")
    sys.argv = ["work"]
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
    os.environ["OTHER"] = "second"
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
