import time
from multiprocessing import Pool
from multiprocessing.util import Finalize


def square(x):
    return x * x


def report():
    time.sleep(0.1)
    print("a worker ends")


def start():
    Finalize(None, report, exitpriority=10)


def returned(numbers):
    pool = Pool(1, initializer=start)
    squares = pool.map_async(square, numbers)
    pool.close()
    return squares.get()


def rebound(numbers):
    pool = Pool(1, initializer=start)
    squares = pool.map_async(square, numbers)
    pool.close()
    for pool in squares.get():
        print(pool)


if __name__ == "__main__":
    print(returned([1, 2]))
    rebound([3])
