import time
from multiprocessing import Pool


def timed(func):
    def inner(*args, **kwargs):
        start = time.perf_counter()
        result = func(*args, **kwargs)
        if time.perf_counter() - start > 1:
            print("that took a while")
        return result

    return inner


@timed
def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, [1, 2, 3]))
