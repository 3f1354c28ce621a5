import json
from multiprocessing import Pool


def write(n):
    return json.dumps({"b": n, "a": n})


if __name__ == "__main__":
    original = json.dumps
    json.dumps = lambda value: original(value, sort_keys=True)
    with Pool(2) as pool:
        print(pool.map(write, range(2)))
