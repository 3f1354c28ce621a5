import multiprocessing as mp

# The fork server is not used here: main() sets spawn or fork.


def make_pool(initializer, initargs):
    if mp.get_start_method() == "spawn":
        return mp.Pool(2, initializer, initargs)
    return mp.Pool(2)
