from multiprocess import Pool


def timed(func):
    def inner(*args):
        return func(*args)

    return inner


@timed
def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, [1, 2, 3]))
