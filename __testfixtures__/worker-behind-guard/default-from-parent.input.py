import sys
from multiprocessing import Pool

if __name__ == "__main__":
    limit = len(sys.argv)

    def work(n, limit=limit):
        return min(n, limit)

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
