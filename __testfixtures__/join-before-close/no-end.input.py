import itertools
from multiprocessing import Pool, Queue, TimeoutError

queue = Queue()


def square(x):
    return x * x


def put(x):
    queue.put(x)


def endless():
    pool = Pool(2)
    squares = pool.imap(square, itertools.count())
    pool.close()
    print(next(squares))


def given_up(numbers):
    pool = Pool(2)
    result = pool.map_async(square, numbers)
    pool.close()
    try:
        print(result.get(timeout=1))
    except TimeoutError:
        print("given up")


def queued(numbers):
    pool = Pool(2)
    pool.map(put, numbers)
    pool.close()
    print([queue.get() for _ in numbers])


if __name__ == "__main__":
    endless()
    given_up([1, 2])
    queued([1, 2])
