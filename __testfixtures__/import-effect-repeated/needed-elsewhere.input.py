from multiprocessing import Pool

log = open("log.txt", "w")


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(4)), file=log)
