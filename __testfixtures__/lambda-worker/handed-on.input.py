import multiprocessing


def parallel(function, xs):
    with multiprocessing.Pool(2) as pool:
        return pool.map(function, xs)


def with_default(xs, function=lambda x: x):
    with multiprocessing.Pool(2) as pool:
        return pool.map(function, xs)


def square(x):
    return x * x


if __name__ == "__main__":
    print(parallel(square, [1]), with_default([2], square))
