import functools
from multiprocessing import Pool


def add(bonus, values):
    return sum(values) + bonus


def run(rows, bonus):
    with Pool(2) as pool:
        print(add(bonus, (x for x in (1, 2))), f"{add(bonus, [1])}", [functools.partial(add, bonus)] is None)
        return pool.map(functools.partial(add, bonus), rows)


if __name__ == "__main__":
    print(run([[1], [2, 3]], 10))
