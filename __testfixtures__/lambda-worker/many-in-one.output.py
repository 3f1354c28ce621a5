import multiprocessing


def _worker(x):
    return x + 1


def _worker_2(x):
    return x + 2


def _worker_3(x):
    return x + 3


def _worker_4(x):
    return x + 4


def _worker_5(x):
    return x + 5


def _worker_6(x):
    return x + 6


def _worker_7(x):
    return x + 7


def _worker_8(x):
    return x + 8


def _worker_9(x):
    return x + 9


def _worker_10(x):
    return x + 10


def _worker_11(x):
    return x + 11


def _worker_12(x):
    return x + 12


def main(xs):
    with multiprocessing.Pool(2) as pool:
        print(pool.map(_worker, xs), pool.map(_worker_2, xs))
        print(pool.map(_worker_3, xs), pool.map(_worker_4, xs))
        print(pool.map(_worker_5, xs), pool.map(_worker_6, xs))
        print(pool.map(_worker_7, xs), pool.map(_worker_8, xs))
        print(pool.map(_worker_9, xs), pool.map(_worker_10, xs))
        print(pool.map(_worker_11, xs), pool.map(_worker_12, xs))


if __name__ == "__main__":
    main([1])
