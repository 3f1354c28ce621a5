from multiprocessing import Pool


def timed(func):
    def inner(*args):
        return func(*args)

    return inner


def _square(number):
    return number * number


square = timed(_square)

if __name__ == "__main__":
    # MP202 says what is wrong here: no name means `inner`, with functools.wraps or without.
    with Pool(2) as pool:
        print(pool.map(square, [1, 2, 3]))
