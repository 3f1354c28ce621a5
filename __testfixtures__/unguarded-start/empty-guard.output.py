from multiprocessing import Pool


def minus(number):
    return -number


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(minus, range(3)))
