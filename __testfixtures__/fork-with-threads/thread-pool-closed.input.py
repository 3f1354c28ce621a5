import multiprocessing
from multiprocessing.pool import ThreadPool

if __name__ == "__main__":
    threads = ThreadPool(2)
    found = threads.map(abs, [-1, -2])
    threads.close()
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, found))
