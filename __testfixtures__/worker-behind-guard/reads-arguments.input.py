import argparse
from multiprocessing import Pool

if __name__ == "__main__":
    args = argparse.ArgumentParser().parse_args([])

    def work(n):
        return n, args

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
