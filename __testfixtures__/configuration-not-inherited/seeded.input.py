import random
from multiprocessing import Pool

import numpy as np


def draw(n):
    return np.random.normal(), random.random(), n


if __name__ == "__main__":
    random.seed(1)
    np.random.seed(1)
    with Pool(2) as pool:
        print(pool.map(draw, [1, 2]))
