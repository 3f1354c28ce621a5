# The only step of a record that a full /dev/shm takes by itself.
import _multiprocessing


class SemLock:
    SEM_VALUE_MAX = 2147483647

    def __init__(self, *args):
        raise OSError(28, "No space left on device")


_multiprocessing.SemLock = SemLock
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(abs, [-1]))
