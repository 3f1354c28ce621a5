import os
import sys
from multiprocessing import Pool


def count(path):
    if not os.path.exists(path):
        sys.exit("no such file: " + path)
    with open(path) as file:
        return len(file.readlines())


if __name__ == "__main__":
    pool = Pool(2)
    counts = pool.map(count, [__file__, "missing.txt"])
    pool.close()
    pool.join()
    print("counted", len(counts))
