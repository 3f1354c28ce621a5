from multiprocessing import Pool


def spread(function, numbers):
    with Pool(2) as pool:
        return pool.map(function, numbers)


def square(n):
    return n * n


if __name__ == "__main__":
    print(spread(square, range(4)))
