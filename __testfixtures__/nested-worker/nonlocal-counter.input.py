from multiprocessing import Pool


def count(xs):
    total = 0

    def add(x):
        nonlocal total
        total += x
        return total

    with Pool(2) as pool:
        print(pool.map(add, xs))
    return total


if __name__ == "__main__":
    count([1, 2])
