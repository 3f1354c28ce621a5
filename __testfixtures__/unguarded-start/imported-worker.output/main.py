from multiprocessing import Pool

from squares import square

if __name__ == "__main__":
    pool = Pool(2)
    print(pool.map(square, range(5)))
    pool.close()
    pool.join()
