from multiprocessing import Pool


def report(values):
    print(values)


def square(n):
    return n * n


if __name__ == "__main__":
    pool = Pool(2)

    report(pool.map(square, range(4)))
    pool.close()
    pool.join()
