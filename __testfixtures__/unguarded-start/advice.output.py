from multiprocessing import Pool, freeze_support


def square(number):
    return number * number


if __name__ == "__main__":
    freeze_support()
    pool = Pool(2)
    print(pool.map(square, range(5)))
    pool.close()
    pool.join()
