from multiprocessing import Pool

if __name__ == "__main__":
    from math import *

    def root(n):
        return sqrt(n)

    with Pool(2) as pool:
        print(pool.map(root, range(4)))
