"""A program that starts children, but other ones than those that run `work`."""
from multiprocessing import Pool

LIMIT = 0

if __name__ == "__main__":
    LIMIT = 10
    with Pool(2) as pool:
        print(pool.map(abs, [-1]))
