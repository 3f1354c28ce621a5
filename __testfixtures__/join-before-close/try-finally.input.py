import multiprocessing


def square(x):
    return x * x


def closed(numbers):
    pool = multiprocessing.Pool(2)
    try:
        if not numbers:
            return []
        return pool.map(square, numbers)
    finally:
        pool.close()
        pool.join()


def terminated(numbers):
    pool = multiprocessing.Pool(2)
    try:
        for number in pool.imap(square, numbers):
            if number > 10:
                return number
    finally:
        pool.terminate()
        pool.join()


def either(numbers):
    pool = None
    try:
        pool = multiprocessing.Pool(2)
        return pool.map(square, numbers)
    except KeyboardInterrupt:
        print("stopped")
        raise
    finally:
        if pool is not None:
            pool.terminate()


if __name__ == "__main__":
    print(closed([1]), terminated([2, 4]), either([3]))
