from multiprocessing import Pool


def work(x):
    return x + 1


def first(xs):
    def helper(x):
        return x

    with Pool(2) as pool:
        return pool.map(work, [helper(x) for x in xs])


def second(xs, work):
    def inner():
        def work(x):
            return x

        return work(1)

    with Pool(2) as pool:
        return pool.map(work, xs), inner()


if __name__ == "__main__":
    print(first([1]), second([1], work))
