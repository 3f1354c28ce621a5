from functools import partial
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(partial(lambda x, y: x, 1), [1]))
