from multiprocessing import Pool

from work import work

if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(work, [1, 2, 3])
