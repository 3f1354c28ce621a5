from torch import multiprocessing as mp

mp.set_start_method('fork', force=True)


def spawn_all(jobs):
    for job in jobs:
        mp.Process(target=job).start()
