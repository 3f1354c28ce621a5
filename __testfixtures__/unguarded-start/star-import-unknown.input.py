from os.path import *
from workshop import *


def square(x):
    return x * x


pool = Pool(2)
print(pool.map(square, range(3)))
