# python -W always
from multiprocessing import Pool


def work(x):
    return x


def main():
    pool = Pool(1)
    print(pool.map(work, [1]))


if __name__ == "__main__":
    main()
