import multiprocessing


class PosixRunner:
    context = multiprocessing.get_context("fork")
