import multiprocessing as mp


def main(force):
    lock = mp.Lock()
    mp.set_start_method("spawn", force=force)
    return lock
