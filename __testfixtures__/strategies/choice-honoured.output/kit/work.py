import multiprocessing

from ._start_method import context

BASE = 0


def tell(_):
    return multiprocessing.get_start_method(), BASE


def run(base):
    global BASE
    BASE = base
    # Depends on fork: workers read a global that only the parent sets (MP501).
    with context().Pool(1) as pool:
        return pool.map(tell, [1])
