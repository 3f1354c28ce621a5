from concurrent.futures import ThreadPoolExecutor
from multiprocessing.dummy import Pool
from multiprocessing.pool import ThreadPool
import multiprocessing.dummy as threads
import threading


def square(number):
    return number * number


with Pool(2) as pool:
    print(pool.map(square, range(3)))
with ThreadPool(2) as pool:
    print(pool.map(square, range(3)))
with ThreadPoolExecutor(2) as executor:
    print(list(executor.map(square, range(3))))
threads.Process(target=square, args=(1,)).start()
threading.Thread(target=square, args=(1,)).start()
