from multiprocessing import Pool


def work(n):
    if __name__ == "__main__":
        show(n)
    return n * n


if __name__ == "__main__":
    def show(n):
        print(n)

    work(1)
    with Pool(2) as pool:
        print(pool.map(work, range(4)))
