import multiprocessing as mp
from multiprocessing.pool import ThreadPool


def square(x):
    return x * x


def rows(n, parallel=False):
    if parallel:
        with mp.Pool(2) as inner:
            return inner.map(square, range(n))
    return [square(x) for x in range(n)]


def early(n):
    if mp.parent_process() is not None:
        return [square(x) for x in range(n)]
    with mp.Pool(2) as inner:
        return inner.map(square, range(n))


def caught(n):
    try:
        with mp.Pool(2) as inner:
            return inner.map(square, range(n))
    except AssertionError:
        with mp.Pool(2) as other:
            return other.map(square, range(n))


def threads(n):
    with ThreadPool(2) as inner:
        return inner.map(square, range(n))


def generated(n):
    with mp.Pool(2) as inner:
        yield from inner.map(square, range(n))


def later(n):
    def run():
        with mp.Pool(2) as inner:
            return inner.map(square, range(n))

    return n > 0 and run()


def alone(n):
    with mp.Pool(2) as inner:
        return inner.map(square, range(n))


def main():
    with mp.Pool(2) as outer, ThreadPool(2) as outer_threads:
        outer.map(rows, [2, 3])
        outer.map(early, [2, 3])
        outer.map(caught, [2, 3])
        outer.map(threads, [2, 3])
        outer.map(generated, [2, 3])
        outer.map(later, [2, 3])
        outer_threads.map(alone, [2, 3])
    process = mp.Process(target=alone, args=(2,))
    process.start()
    process.join()


if __name__ == "__main__":
    main()
