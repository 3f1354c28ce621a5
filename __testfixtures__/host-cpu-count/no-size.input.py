import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool


def main(files):
    print("CPUs of this machine:", os.cpu_count())
    share = len(files) // os.cpu_count()
    with Pool() as pool, Pool(None) as other, Pool(4) as four:
        print(pool.map(abs, files, chunksize=len(files) // (4 * os.cpu_count())))
        print(other.map(abs, files), four.map(abs, files))
    with ProcessPoolExecutor() as executor, ThreadPoolExecutor(os.cpu_count() * 5) as threads:
        print(list(executor.map(abs, files)), list(threads.map(abs, files)))
    with Pool(len(files) // os.cpu_count()) as pool, Pool(share) as other:
        print(pool.map(abs, files), other.map(abs, files))
    with ThreadPool(os.cpu_count()) as threads:
        print(threads.map(abs, files))


if __name__ == "__main__":
    main([1, 2])
