from multiprocessing import Pool

settings = None


def work(number):
    return number * settings["factor"]


def main(factor):
    global settings
    settings = {"factor": factor}
    with Pool(2) as pool:
        print(pool.map(work, range(3)))


main(3)
