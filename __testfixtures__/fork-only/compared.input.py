import multiprocessing


def is_forked(context):
    return context is multiprocessing.get_context("fork")
