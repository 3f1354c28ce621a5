import multiprocessing as mp
import warnings


def check(count):
    if mp.get_start_method() == "spawn" and count > 100:
        warnings.warn("it takes a while until all workers are there")
    spawning = mp.get_start_method() == "spawn"
    return {"spawning": spawning, "count": count}
