from multiprocessing import Pool


def lengths(words):
    with Pool(2) as pool:
        return pool.map(len, words)
