"""Classes of which it is not certain how they are pickled."""
from multiprocessing import Pool

from somewhere import Error, Mixin


class Foreign(Error):
    def __init__(self, code, message):
        super().__init__(message)


class Mixed(Mixin, Exception):
    def __init__(self, code, message):
        super().__init__(message)


class System(OSError):
    def __init__(self, code, message):
        super().__init__(message)


class Sometimes(Exception):
    def __init__(self, code, message=None):
        if message:
            super().__init__(code, message)


class Made(Exception):
    def __new__(cls, *args):
        return super().__new__(cls, "code", *args)

    def __init__(self, code, message):
        super().__init__(message)


def work(number):
    if number == 1:
        raise Foreign(1, "no")
    if number == 2:
        raise Mixed(1, "no")
    if number == 3:
        raise System(1, "no")
    if number == 4:
        raise Made("no")
    raise Sometimes(1, "no")


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(work, [1, 2])
