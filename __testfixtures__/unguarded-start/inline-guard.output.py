import functools
from multiprocessing import Pool


def traced(function):
    @functools.wraps(function)
    def call(*args):
        return function(*args)
    return call


@traced
def sign(number):
    return (number > 0) - (number < 0)


def main():
    print(pool.map(sign, [-2, 0, 2]))
    pool.terminate()


if __name__ == "__main__":
    pool = Pool(2)
    main()
