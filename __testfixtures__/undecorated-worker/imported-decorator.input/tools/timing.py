import functools
import time


def timed(func):
    def inner(*args):
        start = time.time()
        try:
            return func(*args)
        finally:
            print(f"{time.time() - start:.0f} s")

    return inner


def repeated(times):
    def decorate(func):
        def again(*args):
            return [func(*args) for _ in range(times)]

        return again

    return decorate


def named(func):
    @functools.wraps(func)
    def inner(*args):
        return func(*args)

    return inner
