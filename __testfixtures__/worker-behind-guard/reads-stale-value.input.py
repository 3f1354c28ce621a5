from multiprocessing import Pool

scale = 1


def scaled(n):
    return n * scale


if __name__ == "__main__":
    scale = 5

    def work(n):
        return scaled(n) + 1

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
