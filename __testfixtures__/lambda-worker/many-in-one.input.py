import multiprocessing


def main(xs):
    with multiprocessing.Pool(2) as pool:
        print(pool.map(lambda x: x + 1, xs), pool.map(lambda x: x + 2, xs))
        print(pool.map(lambda x: x + 3, xs), pool.map(lambda x: x + 4, xs))
        print(pool.map(lambda x: x + 5, xs), pool.map(lambda x: x + 6, xs))
        print(pool.map(lambda x: x + 7, xs), pool.map(lambda x: x + 8, xs))
        print(pool.map(lambda x: x + 9, xs), pool.map(lambda x: x + 10, xs))
        print(pool.map(lambda x: x + 11, xs), pool.map(lambda x: x + 12, xs))


if __name__ == "__main__":
    main([1])
