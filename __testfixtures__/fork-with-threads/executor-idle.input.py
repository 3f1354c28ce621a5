import multiprocessing
from concurrent.futures import ThreadPoolExecutor

if __name__ == "__main__":
    threads = ThreadPoolExecutor(2)
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, [-1]))
    print(list(threads.map(abs, [-1])))
    threads.shutdown()
