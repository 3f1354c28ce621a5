from multiprocessing import Pool

pool = Pool(2)
from math import *


def root(number):
    return sqrt(number)


print(pool.map(root, [4, 9]))
pool.terminate()
