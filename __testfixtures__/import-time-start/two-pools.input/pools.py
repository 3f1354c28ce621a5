from multiprocessing import Pool

small = Pool(1)
large = Pool(2)


def lengths(words):
    return (small if len(words) < 2 else large).map(len, words)
