import functools
from multiprocessing import Pool


class Failed(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return True


def careful(func):
    @functools.wraps(func)
    def inner(number):
        try:
            return func(number)
        except Exception as error:
            return str(error)

    return inner


@careful
def decorated(number):
    raise Failed(number, "no")


def guarded(number):
    with Guard():
        raise Failed(number, "no")
    return number


def returned(number):
    try:
        raise Failed(number, "no")
    finally:
        return number


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(decorated, [1]))
        print(pool.map(guarded, [1]))
        print(pool.map(returned, [1]))
