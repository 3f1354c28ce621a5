import itertools
from multiprocessing import Pool


def square(x):
    return x * x


def naturals():
    n = 0
    while True:
        yield n
        n += 1


def first_above(limit):
    pool = Pool(2)
    for result in pool.imap(square, naturals()):
        if result > limit:
            print(result)
            break
    pool.close()


def show_some(results):
    print(next(results), next(results))


def handed_on():
    pool = Pool(2)
    show_some(pool.imap(square, enumerate(itertools.count())))


if __name__ == "__main__":
    first_above(50)
    handed_on()
