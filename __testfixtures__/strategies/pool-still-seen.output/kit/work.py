from ._start_method import context

base = 0


def tell(x):
    return base + x


def _worker(x):
    return x + 1


def run(given):
    global base
    base = given
    with context().Pool(2) as pool:
        print(pool.map(tell, [1]))
        print(pool.map(_worker, [1]))
