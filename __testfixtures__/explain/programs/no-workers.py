# The only step of a record that a machine with one processor takes by itself.
import os
from multiprocessing import Pool

os.cpu_count = lambda: 1

if __name__ == "__main__":
    with Pool(os.cpu_count() - 1) as pool:
        print(pool.map(abs, [-1]))
