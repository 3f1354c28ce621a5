import os
from multiprocessing import Pool, active_children


def square(x):
    return x * x


if __name__ == "__main__":
    # As under `taskset -c 0`.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

    with Pool(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()) as pool:
        print(pool.map(square, [1, 2, 3]))
        print("more workers than CPUs:", len(active_children()) > 1)
