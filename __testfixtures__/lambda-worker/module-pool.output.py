import multiprocessing

pool = None


def _squares_worker(x):
    return x * x


def squares(numbers):
    return pool.map(_squares_worker, numbers)


if __name__ == "__main__":
    pool = multiprocessing.Pool(2)
    print(squares([1, 2]))
    pool.close()
    pool.join()
