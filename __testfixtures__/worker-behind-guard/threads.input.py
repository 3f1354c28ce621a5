from concurrent.futures import ThreadPoolExecutor
from multiprocessing.dummy import Pool

if __name__ == "__main__":
    def square(n):
        return n * n

    with Pool(2) as pool, ThreadPoolExecutor(2) as executor:
        print(pool.map(square, range(4)), list(executor.map(square, range(4))))
