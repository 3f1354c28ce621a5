from multiprocessing import Pool


def in_processes():
    with Pool(2) as pool:
        return pool.map(abs, [-1])


def run():
    return in_processes()


def alone():
    return [1]


run = alone
