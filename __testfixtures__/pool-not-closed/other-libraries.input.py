import torch.multiprocessing as mp
from billiard import Pool as BilliardPool
from multiprocess import Pool


def square(x):
    return x * x


def main():
    pool = mp.Pool(2)
    print(pool.map(square, range(3)))
    by_value = Pool(2)
    print(by_value.map(square, range(3)))
    old = BilliardPool(2)
    print(old.map(square, range(3)))


if __name__ == "__main__":
    main()
