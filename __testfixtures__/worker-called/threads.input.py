from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool
from threading import Thread


def work():
    print("worked")


if __name__ == "__main__":
    Thread(target=work()).start()
    with ThreadPool(1) as pool, ThreadPoolExecutor(1) as executor:
        pool.apply_async(work())
        executor.submit(work())
