import functools
from multiprocessing import Pool


def rough(unit, item):
    return len(item) // unit


def precise(unit, item):
    return len(item) / unit


def measure(items, exact, unit):
    pick = functools.partial(rough, unit)
    with Pool(2) as pool:
        print(pool.map(pick, items))
        return pool.map(functools.partial(precise, unit) if exact else functools.partial(rough, unit), items)


if __name__ == "__main__":
    print(measure(["abc", "de"], True, 2))
    print(measure(["abc", "de"], False, 2))
