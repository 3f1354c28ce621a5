import multiprocessing as mp
import sys

method = "spawn"
mp.set_start_method(method)
method = sys.platform


def work(n):
    return n + 1


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(method, pool.map(work, [1, 2]))
