from multiprocessing import Pool

TABLE = {}


def work(key):
    return TABLE[key]


def main():
    TABLE["a"] = 1
    with Pool(2) as pool:
        print(pool.map(work, ["a"]))
