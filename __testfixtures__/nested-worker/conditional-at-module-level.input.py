import sys
from multiprocessing import Pool

if sys.platform == "win32":
    def work(x):
        return x
else:
    def work(x):
        return x + 1

try:
    from math import missing
except ImportError:
    def missing(x):
        return -x

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]), pool.map(missing, [1]))
