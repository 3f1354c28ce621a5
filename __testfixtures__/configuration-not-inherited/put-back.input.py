import json
from multiprocessing import Pool


def write(n):
    return json.dumps([n])


def plain(value):
    return str(value)


if __name__ == "__main__":
    original = json.dumps
    json.dumps = plain
    print(write(1))
    json.dumps = original
    with Pool(2) as pool:
        print(pool.map(write, [1, 2]))
