import multiprocessing as mp
import os

if os.name == "posix":
    os.environ["OMP_NUM_THREADS"] = "1"
    mp.set_start_method("spawn")


def work(n):
    return n + 1


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
