# The only step of a record that AWS Lambda takes by itself: it has no /dev/shm.
import _multiprocessing


class SemLock:
    SEM_VALUE_MAX = 2147483647

    def __init__(self, *args):
        raise OSError(38, "Function not implemented")


_multiprocessing.SemLock = SemLock
from multiprocessing import Pool


def handler(event, context):
    with Pool(2) as pool:
        return pool.map(abs, event)


if __name__ == "__main__":
    print(handler([-1], None))
