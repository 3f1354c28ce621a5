import multiprocessing

GUARD = multiprocessing.RLock()


def double(task):
    number = task
    with lock:
        return number * 2


def add(task):
    first, second = task
    with lock:
        return first + second


def negative(number):
    with lock:
        return -number


def set_up(sign, lock_):
    global SIGN, lock
    SIGN = sign
    lock = lock_


if __name__ == "__main__":
    numbers = [1, 2, 3]
    with multiprocessing.Pool(2, initializer=set_up, initargs=("-", GUARD)) as pool:
        print(pool.map(double, [number for number in numbers]))
        print(list(pool.imap(add, zip(numbers, numbers))))
        print(pool.starmap(negative, [(number,) for number in numbers]))
