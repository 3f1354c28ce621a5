from multiprocessing import Pool


def double(n):
    return n + n


if __name__ == "__main__":
    pool = Pool(2)
    print(pool.map(double, range(4)))
    pool.close()
    pool.join()


def square(n):
    return n * n


if __name__ == "__main__":
    pool = Pool(2)
    print(pool.map(square, range(4)))
    pool.close()
    pool.join()
