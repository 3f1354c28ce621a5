import multiprocessing as mp


def make_pool(size):
    pool = mp.Pool(size)
    print("made", pool)
    return pool


def make_default():
    return mp.Pool()


def make_both(size):
    return mp.Pool(size), make_pool(size)


factory = lambda size: mp.Pool(size)
