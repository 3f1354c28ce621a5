import multiprocessing.pool

pool: multiprocessing.pool.Pool = multiprocessing.pool.Pool(2)


def lengths(words):
    return pool.map(len, words)
