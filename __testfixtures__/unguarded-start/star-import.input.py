from multiprocessing import *


def square(x):
    return x * x


pool = Pool(2)
print(pool.map(square, range(3)))
pool.close()
pool.join()
