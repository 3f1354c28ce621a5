import multiprocessing


def fork_pool(size):
    return multiprocessing.get_context("fork").Pool(size)
