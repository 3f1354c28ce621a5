from multiprocessing import Pool


def double(n):
    return add(n, n)


def add(a, b):
    return a + b


if __name__ == "__main__":
    pool = Pool(2)


if __name__ == "__main__":
    print(pool.map(double, range(4)))
    pool.close()
    pool.join()
