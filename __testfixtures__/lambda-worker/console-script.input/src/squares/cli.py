from multiprocessing import Pool


def main():
    power = 2
    with Pool(2) as pool:
        print(pool.map(lambda number: number**power, range(5)))
