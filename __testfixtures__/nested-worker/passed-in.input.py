from multiprocessing import Pool


def parallel(function, items):
    with Pool(2) as pool:
        return pool.map(function, items)


def square(x):
    return x * x


if __name__ == "__main__":
    print(parallel(square, [1, 2]))
