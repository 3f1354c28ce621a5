import itertools
from multiprocessing import Pool


def square(x):
    return x * x


if __name__ == "__main__":
    pool = Pool(2)
    print(list(itertools.islice(pool.imap(square, itertools.count()), 5)))
    print("done")
