from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool


def timed(func):
    def inner(*args):
        return func(*args)

    return inner


@timed
def square(number):
    return number * number


with ThreadPool(2) as pool:
    print(pool.map(square, [1, 2, 3]))
with ThreadPoolExecutor(2) as executor:
    print(list(executor.map(square, [1, 2, 3])))
