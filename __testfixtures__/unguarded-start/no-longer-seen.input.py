from multiprocessing import Pool

import toolbox


def square(number):
    return number * number


toolbox.prepare()
with Pool(2) as pool:
    print(pool.map(square, range(3)))
