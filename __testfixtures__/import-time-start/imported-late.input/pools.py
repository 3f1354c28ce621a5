from multiprocessing import Pool

pool = Pool(2)


def lengths(words):
    return pool.map(len, words)
