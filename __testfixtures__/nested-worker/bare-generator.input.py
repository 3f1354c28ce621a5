from multiprocessing import Pool


def run(rows, bonus):
    def add(values):
        return sum(values) + bonus

    with Pool(2) as pool:
        print(add(x for x in (1, 2)), f"{add([1])}", [add] is None)
        return pool.map(add, rows)


if __name__ == "__main__":
    print(run([[1], [2, 3]], 10))
