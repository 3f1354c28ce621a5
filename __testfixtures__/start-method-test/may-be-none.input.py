import multiprocessing as mp


def make_pool(initializer, initargs):
    if mp.get_start_method(allow_none=True) == "spawn":
        return mp.Pool(2, initializer, initargs)
    return mp.Pool(2)
