import multiprocessing
import sys


def work(n):
    return n * 2


if __name__ == "__main__":
    print(sys.version_info[0])
    with multiprocessing.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
