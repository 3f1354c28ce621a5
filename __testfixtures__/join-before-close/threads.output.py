import time
from multiprocessing.dummy import Pool
from multiprocessing.pool import ThreadPool


def wait(seconds):
    time.sleep(seconds)
    return seconds


def main():
    with ThreadPool(2) as threads:
        waited = threads.map(wait, [0.1, 0.2])
        threads.close()
        threads.join()
    print(waited)
    pool = Pool(2)
    pool.apply_async(wait, (0.3,), callback=print)
    pool.close()
    pool.join()


if __name__ == "__main__":
    main()
