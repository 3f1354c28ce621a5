import json
from multiprocessing import Pool


class Sorted(json.JSONEncoder):
    def __init__(self, **options):
        super().__init__(**{**options, "sort_keys": True})


def write(n):
    return json.JSONEncoder().encode({"b": n, "a": n})


if __name__ == "__main__":
    json.JSONEncoder = Sorted
    with Pool(2) as pool:
        print(pool.map(write, range(2)))
