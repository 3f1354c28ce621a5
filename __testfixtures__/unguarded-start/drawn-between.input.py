import random
from multiprocessing import Pool

random.seed(1)
start = random.random()
weights = [random.random() for _ in range(3)]


def weighted(index):
    return weights[index]


with Pool(2) as pool:
    print(start, pool.map(weighted, range(3)))
