from multiprocessing import Pool

offset = 0


def shift(number):
    return number + offset


def run(numbers):
    with Pool(2) as pool:
        return pool.map(shift, numbers)
