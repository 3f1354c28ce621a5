import sys
from multiprocessing import Pool

if sys.argv:
    def work(number):
        return number + 1

    with Pool(2) as pool:
        print(pool.map(work, range(3)))
