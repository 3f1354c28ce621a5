from multiprocessing import Pool


def main():
    with Pool(2) as pool:
        print(pool.map(square, range(4)))


def square(n):
    return n * n


if __name__ == "__main__":
    main()
