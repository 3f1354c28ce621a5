from multiprocessing import Pool, get_context


def square(x):
    return x * x


def asynchronous(numbers):
    with Pool(2) as pool:
        print(pool.map_async(square, numbers).get())


def lazy(numbers):
    with Pool(2) as pool:
        for value in pool.imap(square, numbers):
            print(value)


def handed_on(sampler):
    with Pool(2) as pool:
        print(pool.map(square, [1]))
        sampler(pool=pool)


def either(numbers, pool=None):
    if pool is None:
        pool = Pool(2)
    return pool.map(square, numbers)


def unused():
    with Pool(2):
        print("nothing")


if __name__ == "__main__":
    unused()
