from multiprocessing import Pool


def timed(func):
    def inner(*args):
        return func(*args)

    return inner


@timed
def square(number):
    return number * number


def work(number):
    return square(number)


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(work, [1, 2, 3]))
    print(square(2))
