import sys
from multiprocessing import Pool


def work(n):
    print(n)


if __name__ == "__main__":
    sys.stdout = open("out.txt", "w")
    with Pool(2) as pool:
        pool.map(work, [1, 2])
