from multiprocessing import Pool


def run():
    pool = Pool(2)
    print(pool.map(lambda x: x, [1]))


class Pool:
    def __init__(self, n): pass

    def map(self, f, xs): return [f(x) for x in xs]


run()
