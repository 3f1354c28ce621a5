from multiprocessing import Pool


def square(x):
    return x * x


def make_mapper(size):
    pool = Pool(size)

    def mapper(values):
        return pool.map(square, values)

    return mapper


def make_lambda(size):
    pool = Pool(size)
    return lambda values: pool.map(square, values)


def make_closed(size):
    pool = Pool(size)

    def stop():
        pool.close()
        pool.join()

    return pool.map, stop
