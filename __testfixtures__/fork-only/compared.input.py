import multiprocessing


def is_same(context):
    return context is multiprocessing.get_context("fork")
