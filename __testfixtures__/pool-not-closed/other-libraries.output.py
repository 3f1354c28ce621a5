import torch.multiprocessing as mp
from billiard import Pool as BilliardPool
from multiprocess import Pool


def square(x):
    return x * x


def main():
    with mp.Pool(2) as pool:
        print(pool.map(square, range(3)))
    with Pool(2) as by_value:
        print(by_value.map(square, range(3)))
    with BilliardPool(2) as old:
        print(old.map(square, range(3)))


if __name__ == "__main__":
    main()
