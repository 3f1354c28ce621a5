from multiprocessing import Pool


def square(x):
    return x * x


def main():
    with Pool(2) as pool:
        print(pool.map(square, range(4)))
    pool.join()


if __name__ == "__main__":
    main()
