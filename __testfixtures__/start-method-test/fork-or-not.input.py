import multiprocessing as mp


def make_pool(initializer, initargs):
    if mp.get_start_method() != "fork":
        return mp.Pool(2, initializer, initargs)
    return mp.Pool(2)


def is_forked():
    return mp.get_start_method() == "fork"
