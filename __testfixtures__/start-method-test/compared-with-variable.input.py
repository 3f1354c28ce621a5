import multiprocessing as mp


def make_pool(method, initializer, initargs):
    if mp.get_start_method() == method:
        return mp.Pool(2, initializer, initargs)
    return mp.Pool(2)
