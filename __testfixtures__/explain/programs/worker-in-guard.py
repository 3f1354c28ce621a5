# interrupt
from multiprocessing import Pool

if __name__ == "__main__":

    def work(x):
        return x + 1

    with Pool(1) as pool:
        print(pool.map(work, [1]))
