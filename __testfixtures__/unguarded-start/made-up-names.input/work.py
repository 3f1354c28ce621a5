from multiprocessing import Pool


def run(numbers=(1, 2)):
    with Pool(2) as pool:
        return pool.map(abs, numbers)
