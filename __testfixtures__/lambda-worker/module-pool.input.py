import multiprocessing

pool = None


def squares(numbers):
    return pool.map(lambda x: x * x, numbers)


if __name__ == "__main__":
    pool = multiprocessing.Pool(2)
    print(squares([1, 2]))
    pool.close()
    pool.join()
