import multiprocessing as mp

CONTEXT = mp.get_context("spawn")


def make_pool(initializer, initargs):
    if CONTEXT.get_start_method() == "spawn":
        return CONTEXT.Pool(2, initializer, initargs)
    return CONTEXT.Pool(2)
