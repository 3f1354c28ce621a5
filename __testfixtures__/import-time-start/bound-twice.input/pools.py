from multiprocessing import Pool

pool = Pool(2)


def lengths(words):
    return pool.map(len, words)


def stop():
    global pool
    pool.terminate()
    pool = None
