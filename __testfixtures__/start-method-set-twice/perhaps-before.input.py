import multiprocessing as mp


def main(queue):
    if queue is None:
        queue = mp.Queue()
    mp.set_start_method("spawn")
    return queue
