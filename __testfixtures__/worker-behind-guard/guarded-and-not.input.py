from multiprocessing import Pool


def work(n):
    return n


if __name__ == "__main__":
    def work(n):
        return n * n

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
