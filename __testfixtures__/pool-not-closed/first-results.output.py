import itertools
from multiprocessing import Pool


def square(x):
    return x * x


if __name__ == "__main__":
    with Pool(2) as pool:
        print(list(itertools.islice(pool.imap(square, itertools.count()), 5)))
    print("done")
