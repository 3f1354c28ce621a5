from multiprocessing import Pool


def run():
    with Pool(2) as pool:
        return pool.map(abs, [-1])


def run():
    return [1]


class Runner:
    def run(self):
        with Pool(2) as pool:
            return pool.map(abs, [-1])

    def run(self):
        return [1]
