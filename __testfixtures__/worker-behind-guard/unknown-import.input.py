from multiprocessing import Pool


def work(n):
    return np.sqrt(n)


if __name__ == "__main__":
    import numpy as np

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
