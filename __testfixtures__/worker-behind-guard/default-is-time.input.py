import time
from multiprocessing import Pool

if __name__ == "__main__":
    def work(n, begin=time.time()):
        return n, begin

    with Pool(2) as pool:
        print(len(pool.map(work, range(4))))
