import os
from multiprocessing import Pool

# As on macOS and Windows.
if hasattr(os, "sched_getaffinity"):
    del os.sched_getaffinity, os.sched_setaffinity


if __name__ == "__main__":
    with Pool(len(os.sched_getaffinity(0))) as pool:
        print(pool.map(abs, [1, -2]))
