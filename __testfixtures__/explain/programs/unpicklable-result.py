from multiprocessing import Pool


def work(x):
    return (y for y in range(x))


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(work, [3]))
