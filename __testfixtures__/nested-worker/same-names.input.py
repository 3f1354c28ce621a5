from multiprocessing import Pool


def added(xs, n):
    def step(x):
        return x + n

    def twice(x):
        return step(step(x))

    with Pool(2) as pool:
        return pool.map(twice, xs)


def subtracted(xs, n):
    def step(x):
        return x - n

    def thrice(x):
        return step(step(step(x)))

    with Pool(2) as pool:
        return pool.map(thrice, xs)


if __name__ == "__main__":
    print(added([1], 2), subtracted([1], 2))
