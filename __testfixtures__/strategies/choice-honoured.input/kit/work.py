import multiprocessing

BASE = 0


def tell(_):
    return multiprocessing.get_start_method(), BASE


def run(base):
    global BASE
    BASE = base
    with multiprocessing.Pool(1) as pool:
        return pool.map(tell, [1])
