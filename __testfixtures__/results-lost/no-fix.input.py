import itertools
from multiprocessing import Pool, Queue

queue = Queue()


def square(x):
    return x * x


def put(x):
    queue.put(x)


def start():
    pass


def early(numbers, names):
    with Pool(2) as pool:
        results = pool.map_async(square, numbers)
        if not names:
            return None
    print(names)
    return results.get()


def sometimes_closed(numbers, wait):
    with Pool(2) as pool:
        results = pool.map_async(square, numbers)
        if wait:
            pool.close()
    print(numbers)
    return results.get()


def endless(names):
    with Pool(2) as pool:
        squares = pool.imap(square, itertools.count())
    print(names)
    for name, value in zip(names, squares):
        print(name, value)


if __name__ == "__main__":
    early([1, 2], ["a"])
    sometimes_closed([1, 2], False)
    endless(["a"])
