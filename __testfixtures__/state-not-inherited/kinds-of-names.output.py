from functools import wraps
from multiprocessing import Pool

_cache = {}
X1: int = 0
größe = None


def traced(fn):
    @wraps(fn)
    def inner(*args):
        return fn(*args)

    return inner


@traced
def work(number):
    try:
        return number, _cache["a"], X1, größe, 1
    except KeyError as error:
        return error


def init(größe_, x1, cache, *args):
    global _cache, X1, größe
    _cache = cache
    X1 = x1
    größe = größe_
    pass


def main():
    global X1, größe
    _cache["a"] = 1
    X1 = 2
    größe = 3
    with Pool(2, init, [größe, X1, _cache, 1]) as pool, open(__file__) as _file:
        print(pool.map(work, [1]))


if __name__ == "__main__":
    main()
