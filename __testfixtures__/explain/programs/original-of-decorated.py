from multiprocessing import Pool


def work(x):
    return x * x


plain = work


def work(x):
    return plain(x) + 1


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(plain, [1, 2]))
