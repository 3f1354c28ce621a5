from multiprocessing import Pool


def square(x):
    return x * x


def squares(numbers, pool=None):
    if pool is None:
        pool = Pool(2)
    return pool.map(square, numbers)


def shorter(numbers, pool=None):
    pool = pool or Pool(2)
    return pool.map(square, numbers)


def kept(numbers, pool=Pool(2)):
    return pool.map(square, numbers)
