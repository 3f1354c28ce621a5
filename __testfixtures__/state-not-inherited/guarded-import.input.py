from multiprocessing import Pool


def work(number):
    return math.sqrt(number)


if __name__ == "__main__":
    import math

    with Pool(2) as pool:
        print(pool.map(work, [1, 4]))
