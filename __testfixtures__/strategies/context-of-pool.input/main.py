import multiprocessing
from multiprocessing.pool import Pool

base = 0


def tell(x):
    return base + x


if __name__ == "__main__":
    base = 5
    with Pool(2, context=multiprocessing.get_context()) as pool:
        print(pool.map(tell, [1, 2]))
