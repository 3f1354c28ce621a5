from multiprocessing import Pool


def inner(x):
    return x


def outer(x):
    with Pool(1) as pool:
        return pool.map(inner, [x])


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(outer, [1]))
