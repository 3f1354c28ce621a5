import multiprocessing


def main(xs):
    with multiprocessing.Pool(2) as pool:
        adders = pool.map(lambda x: lambda y: x + y, xs)
        lazy = pool.map(lambda x: (i for i in range(x)), xs)
    return adders, lazy


if __name__ == "__main__":
    main([1])
