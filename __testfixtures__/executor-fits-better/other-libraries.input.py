from concurrent.futures import ProcessPoolExecutor
from multiprocessing.dummy import Pool as Threads
from multiprocessing.pool import ThreadPool

import torch.multiprocessing as torch_mp
from multiprocess import Pool


def square(x):
    return x * x


def main():
    with Pool(2) as pool:
        print(pool.map(square, [1]))
    with torch_mp.Pool(2) as pool:
        print(pool.map(square, [1]))
    with Threads(2) as pool, ThreadPool(2) as threads:
        print(pool.map(square, [1]), threads.map(square, [1]))
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(square, [1])))


if __name__ == "__main__":
    main()
