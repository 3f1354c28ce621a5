import multiprocessing as mp


def main():
    queue = mp.Queue()
    if mp.get_start_method(allow_none=True):
        return queue
    mp.set_start_method("spawn")
    return queue
