from multiprocessing import Pool


def report(values):
    print(values)


if __name__ == "__main__":
    pool = Pool(2)

    def square(n):
        return n * n

    report(pool.map(square, range(4)))
    pool.close()
    pool.join()
