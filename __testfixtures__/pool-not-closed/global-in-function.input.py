from multiprocessing import Pool

pool = None


def square(x):
    return x * x


def main():
    global pool
    pool = Pool(2)
    print(pool.map(square, range(3)))


if __name__ == "__main__":
    main()
