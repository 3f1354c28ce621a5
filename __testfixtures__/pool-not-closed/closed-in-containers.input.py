import atexit
from multiprocessing import Pool

POOLS = {}


def pool_of(size):
    if size not in POOLS:
        POOLS[size] = Pool(size)
    return POOLS[size]


@atexit.register
def end_all():
    for pool in POOLS.values():
        pool.terminate()


def in_tuple():
    first = Pool(1)
    second = Pool(1)
    print(first.map(abs, [-1]), second.map(abs, [-2]))
    for pool in (first, second):
        pool.close()
        pool.join()


def in_list():
    first = Pool(1)
    pools = [first]
    pools.append(Pool(1))
    print([pool.map(abs, [-3]) for pool in pools])
    for pool in pools:
        pool.terminate()


def by_key():
    pools = {"a": Pool(1)}
    print(pools["a"].map(abs, [-4]))
    pools["a"].terminate()


def renewed(numbers):
    pool = Pool(1)
    for number in numbers:
        if number == 0:
            pool.terminate()
            pool.join()
            pool = Pool(1)
        print(pool.map(abs, [number]))
    pool.terminate()


if __name__ == "__main__":
    print(pool_of(1).map(abs, [-5]))
    in_tuple()
    in_list()
    by_key()
    renewed([-6, 0])
