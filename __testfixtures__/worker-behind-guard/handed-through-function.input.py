from multiprocessing import Pool


def spread(function, numbers):
    with Pool(2) as pool:
        return pool.map(function, numbers)


if __name__ == "__main__":
    def square(n):
        return n * n

    print(spread(square, range(4)))
