from multiprocessing import Pool


def main(k):
    with Pool(2) as pool:
        print(pool.map(lambda x: x + k, [1]))
    with Pool(3) as pool:
        print(pool.map(lambda x: x * k, [1]))


if __name__ == "__main__":
    main(1)
