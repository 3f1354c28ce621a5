import sys
from multiprocessing import Pool

if __name__ == "__main__":
    if sys.argv[1:]:
        def work(n):
            return n * n
    else:
        def work(n):
            return n + n

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
