from multiprocessing import Pool

__all__ = ["lengths", "pool"]

pool = Pool(2)


def lengths(words):
    return pool.map(len, words)
