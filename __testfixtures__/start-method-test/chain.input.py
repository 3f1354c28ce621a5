import multiprocessing as mp


def make_pool(initializer, initargs):
    method = mp.get_start_method()
    if method == "spawn":
        return mp.Pool(2, initializer, initargs)
    elif method == "forkserver":
        return mp.Pool(1, initializer, initargs)
    return mp.Pool(2)
