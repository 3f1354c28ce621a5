from multiprocessing import Pool

import toolkit

if __name__ == "__main__":
    @toolkit.task
    def work(n):
        return n * n

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
