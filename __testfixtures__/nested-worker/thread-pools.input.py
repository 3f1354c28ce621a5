import multiprocessing.dummy
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool
import threading


def main(factor):
    def work(x):
        return x * factor

    with ThreadPool(2) as pool:
        print(pool.map(work, [1, 2]))
    with multiprocessing.dummy.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
    with ThreadPoolExecutor(2) as executor:
        print(executor.submit(work, 3).result())
    thread = threading.Thread(target=work, args=(1,))
    thread.start()
    thread.join()


if __name__ == "__main__":
    main(2)
