import json
from multiprocessing import Pool


class Sorted(json.JSONEncoder):
    def __init__(self, **options):
        super().__init__(**{**options, "sort_keys": True})


def write(n):
    return json.JSONEncoder().encode({"b": n, "a": n})


def _init_worker():
    json.JSONEncoder = Sorted


if __name__ == "__main__":
    json.JSONEncoder = Sorted
    with Pool(2, initializer=_init_worker) as pool:
        print(pool.map(write, range(2)))
