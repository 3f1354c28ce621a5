import multiprocessing as mp


def with_queue():
    return mp.Queue()


def with_spawn():
    mp.set_start_method("spawn")


def other():
    mp.set_start_method("fork")


if __name__ == "__main__":
    with_spawn()
    with_queue()
