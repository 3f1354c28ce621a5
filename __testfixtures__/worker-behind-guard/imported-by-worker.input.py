from multiprocessing import Pool


def work(n):
    import math

    return math.sqrt(n)


if __name__ == "__main__":
    import math

    with Pool(2) as pool:
        print(math.fsum(pool.map(work, range(4))))
