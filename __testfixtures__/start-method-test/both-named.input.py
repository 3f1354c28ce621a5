import multiprocessing as mp


def make_pool(initializer, initargs):
    if mp.get_start_method() in ("spawn", "forkserver"):
        return mp.Pool(2, initializer, initargs)
    return mp.Pool(2)
