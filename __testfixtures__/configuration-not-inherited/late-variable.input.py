import os
from multiprocessing import Pool


def work(n):
    return os.environ.get("STAGE"), n


if __name__ == "__main__":
    os.environ["STAGE"] = "first"
    with Pool(1) as pool:
        print(pool.map(work, range(2)))
    os.environ["STAGE"] = "second"
    with Pool(1) as pool:
        print(pool.map(work, range(2)))
