import multiprocessing
import os
from multiprocessing import active_children


def square(x):
    return x * x


def pool_of(workers=None):
    if workers is None:
        workers = max(1, os.process_cpu_count() - 1) + 1
    return multiprocessing.Pool(workers)


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

    with multiprocessing.Pool(processes=os.process_cpu_count() or 1) as pool:
        print(pool.map(square, [1, 2, 3]))
        print("more workers than CPUs:", len(active_children()) > 1)
