# The only step of a record that macOS and Windows take by themselves: they have no sched_getaffinity.
import os
from multiprocessing import Pool

del os.sched_getaffinity

if __name__ == "__main__":
    with Pool(len(os.sched_getaffinity(0))) as pool:
        print(pool.map(abs, [-1]))
