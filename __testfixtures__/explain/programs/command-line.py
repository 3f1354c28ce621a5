# python -c
# interrupt
from multiprocessing import Pool


def work(x):
    return x


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(work, [1]))
