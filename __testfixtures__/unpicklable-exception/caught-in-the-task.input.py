from contextlib import suppress
from multiprocessing import Pool


class Bad(ValueError):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def check(number):
    if number < 0:
        raise Bad(1, "negative")
    return number


def by_base(number):
    try:
        return check(number)
    except ValueError as error:
        return str(error)


def by_name(number):
    try:
        raise Bad(2, "no")
    except (KeyError, Bad):
        return None
    finally:
        print("checked")


def by_anything(number):
    try:
        return check(number)
    except:
        raise SystemError(str(number)) from None


def by_context(number):
    with suppress(Bad):
        return check(number)


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(by_base, [1, -1]))
        print(pool.map(by_name, [1, -1]))
        print(pool.map(by_context, [1, -1]))
        print(pool.map_async(by_anything, [1, -1]))
    print(check(3))
