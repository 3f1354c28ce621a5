import os
from multiprocessing import Pool


def root(number):
    return math.sqrt(number)


try:
    import math
    pool = Pool(2)
except ImportError:
    os._exit(1)
print(pool.map(root, [4, 9]))
pool.terminate()
