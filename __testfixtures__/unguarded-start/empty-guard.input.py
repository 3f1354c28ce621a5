from multiprocessing import Pool


def minus(number):
    return -number


with Pool(2) as pool:
    print(pool.map(minus, range(3)))

if __name__ == "__main__":
    pass
