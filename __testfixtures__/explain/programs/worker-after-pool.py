# interrupt
from multiprocessing import Pool

if __name__ == "__main__":
    pool = Pool(1)


def work(x):
    return x + 1


if __name__ == "__main__":
    print(pool.map(work, [1]))
    pool.close()
