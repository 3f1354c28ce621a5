import multiprocessing


def describe():
    return "start method: " + multiprocessing.get_start_method()
