import multiprocessing


def main(xs, k):
    scale = lambda x: x * k
    k = 5
    with multiprocessing.Pool(2) as pool:
        return pool.map(scale, xs)


def counted(xs):
    k = 0

    def bump():
        nonlocal k
        k += 1

    with multiprocessing.Pool(2) as pool:
        bump()
        return pool.map(lambda x: x * k, xs)


if __name__ == "__main__":
    main([1], 2)
    counted([1])
