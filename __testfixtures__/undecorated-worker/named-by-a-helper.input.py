from multiprocessing import Pool


def named_as(inner, func):
    inner.__qualname__ = func.__qualname__
    inner.__name__ = func.__name__


def timed(func):
    def inner(number):
        return func(number)

    named_as(inner, func)
    return inner


@timed
def work(number):
    return number


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(work, [1]))
