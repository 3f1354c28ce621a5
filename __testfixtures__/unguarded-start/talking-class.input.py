from multiprocessing import Pool


class Limits:
    print("limits are set up")
    high = 3


def below(number):
    return number < Limits.high


with Pool(2) as pool:
    print(pool.map(below, range(5)))
