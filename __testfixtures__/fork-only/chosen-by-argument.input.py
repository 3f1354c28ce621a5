import multiprocessing


def context(method="fork"):
    return multiprocessing.get_context(method)


def start(method):
    multiprocessing.set_start_method(method)
