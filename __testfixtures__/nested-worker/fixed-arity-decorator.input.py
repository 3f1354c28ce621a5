import functools
from multiprocessing import Pool


def logged(function):
    @functools.wraps(function)
    def wrapper(x):
        return function(x)
    return wrapper


def main(xs, n):
    @logged
    def work(x):
        return x * n

    with Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1], 2))
