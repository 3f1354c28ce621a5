from multiprocessing import Pool

LIMIT = 0


def work(number):
    return number < LIMIT


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(work, [5, 15]))
