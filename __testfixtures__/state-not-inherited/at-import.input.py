import json
from multiprocessing import Pool

CONFIG = json.loads('{"scale": 5}')
CONFIG["offset"] = 1
TABLE = {}


def fill():
    for number in range(3):
        TABLE[number] = number * CONFIG["scale"]


fill()


def work(number):
    return TABLE[number] + CONFIG["offset"]


if __name__ == "__main__":
    fill()
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
