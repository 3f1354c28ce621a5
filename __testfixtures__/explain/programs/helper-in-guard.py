from multiprocessing import Pool


def work(x):
    return helper(x)


if __name__ == "__main__":

    def helper(x):
        return x + 1

    with Pool(1) as pool:
        print(pool.map(work, [1]))
