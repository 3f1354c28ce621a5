import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Pool, get_context
from multiprocessing.pool import ThreadPool


def main(xs, workers=100):
    with ProcessPoolExecutor(61) as executor, ProcessPoolExecutor(workers) as other:
        print(list(executor.map(abs, xs)), list(other.map(abs, xs)))
    with ProcessPoolExecutor(os.cpu_count()) as executor, ProcessPoolExecutor() as other:
        print(list(executor.map(abs, xs)), list(other.map(abs, xs)))
    with ProcessPoolExecutor(min(100, len(xs))) as executor, ProcessPoolExecutor(os.cpu_count() * 1) as other:
        print(list(executor.map(abs, xs)), list(other.map(abs, xs)))
    with ThreadPoolExecutor(100) as threads, ThreadPool(100) as pool:
        print(list(threads.map(abs, xs)), pool.map(abs, xs))
    with Pool(processes=8, maxtasksperchild=100) as pool, get_context("fork").Pool(100) as forked:
        print(pool.map(abs, xs), forked.map(abs, xs))


if __name__ == "__main__":
    main([1, -2])
