import multiprocessing
import multiprocessing.pool
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def main(threads, xs):
    Pool = multiprocessing.pool.ThreadPool if threads else multiprocessing.Pool
    with Pool(2) as pool:
        pool.map(lambda x: x, xs)
    if threads:
        executor = ThreadPoolExecutor()
    else:
        executor = ProcessPoolExecutor()
    return executor.submit(lambda: 1).result()


if __name__ == "__main__":
    main(True, [1])
