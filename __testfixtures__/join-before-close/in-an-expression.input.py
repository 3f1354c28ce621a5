from multiprocessing import Pool


def square(x):
    return x * x


def main():
    pool = Pool(2)
    print(pool.map(square, range(3)))
    print(pool.join())
    pool = Pool(2)
    print(pool.map(square, range(3)))
    print(pool.close())


if __name__ == "__main__":
    main()
