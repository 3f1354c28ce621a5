from multiprocessing import Pool


def square(x):
    return x * x


def chained(rounds):
    pool = None
    values = range(3)
    for turn in range(rounds):
        if turn > 0:
            values = pool.map(square, values)
        pool = Pool(turn + 1)
    return values
