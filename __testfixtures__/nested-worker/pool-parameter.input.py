from multiprocessing import Pool


def scale(pool, numbers, factor):
    def work(n):
        return n * factor

    return pool.map(work, numbers)


def main():
    with Pool(2) as pool:
        print(scale(pool, [1, 2], 3))


if __name__ == "__main__":
    main()
