import random
from multiprocessing import Pool

limit = None


def prepare():
    global limit
    limit = random.random()


def below(number):
    return number < limit


prepare()
with Pool(2) as pool:
    print(pool.map(below, [0, 1]))
