from multiprocessing import Pool


def run(function, numbers):
    with Pool(2) as pool:
        return pool.map(function, numbers)
