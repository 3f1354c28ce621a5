from multiprocessing import Pool


def work(x):
    return x * factor


if __name__ == "__main__":
    factor = 3
    with Pool(1) as pool:
        print(pool.map(work, [1, 2]))
