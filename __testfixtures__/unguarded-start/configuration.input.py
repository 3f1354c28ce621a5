import os
import random
import sys
import warnings
from multiprocessing import Pool

print("begin")
os.environ["SHIFT"] = "3"
sys.path.insert(0, os.getcwd())
warnings.simplefilter("ignore")
random.seed(4)
weights = [random.random() for _ in range(3)]


def shifted(index):
    warnings.warn("never seen")
    return int(os.environ["SHIFT"]) + round(weights[index], 3)


with Pool(2) as pool:
    print(pool.map(shifted, range(3)))
