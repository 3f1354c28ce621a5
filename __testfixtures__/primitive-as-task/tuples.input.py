import multiprocessing
from itertools import repeat

GUARD = multiprocessing.RLock()


def double(task):
    number, lock = task
    with lock:
        return number * 2


def add(task):
    first, second, lock = task
    with lock:
        return first + second


def negative(number, lock):
    with lock:
        return -number


def set_up(sign):
    global SIGN
    SIGN = sign


if __name__ == "__main__":
    numbers = [1, 2, 3]
    with multiprocessing.Pool(2, initializer=set_up, initargs=("-",)) as pool:
        print(pool.map(double, [(number, GUARD) for number in numbers]))
        print(list(pool.imap(add, zip(numbers, numbers, repeat(GUARD)))))
        print(pool.starmap(negative, [(number, GUARD) for number in numbers]))
