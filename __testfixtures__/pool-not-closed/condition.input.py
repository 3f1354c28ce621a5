from multiprocessing import Pool


def square(x):
    return x * x


def closed(numbers, size):
    if size > 1:
        pool = Pool(size)
    if size > 1:
        result = pool.map(square, numbers)
    else:
        result = list(map(square, numbers))
    if size > 1:
        pool.close()
        pool.join()
    return result


def closed_if_made(numbers, size):
    pool = Pool(size) if size > 1 else None
    result = pool.map(square, numbers) if pool else [square(n) for n in numbers]
    if pool:
        pool.close()
        pool.join()
    return result


def left_open(numbers, size):
    pool = None
    if size > 1:
        pool = Pool(size)
    return pool.map(square, numbers) if pool else [square(n) for n in numbers]


def left_open_too(numbers, size):
    pool = Pool(size) if size > 1 else None
    return pool.map(square, numbers) if pool else [square(n) for n in numbers]


def one_line(numbers, size):
    return Pool(size).map(square, numbers) if size > 1 else [square(n) for n in numbers]


def two_sizes(numbers, fast):
    if fast:
        pool = Pool(8)
    else:
        pool = Pool(2)
    return pool.map(square, numbers)


def two_sizes_closed(numbers, fast):
    if fast:
        pool = Pool(8)
    else:
        pool = Pool(2)
    result = pool.map(square, numbers)
    pool.close()
    pool.join()
    return result
