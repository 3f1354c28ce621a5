import functools
from multiprocessing import Pool


def _worker(power, number):
    return number**power


def main():
    power = 2
    with Pool(2) as pool:
        print(pool.map(functools.partial(_worker, power), range(5)))
