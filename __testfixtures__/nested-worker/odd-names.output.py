import functools
from multiprocessing import Pool


def _filter(offset, number):
    return number + offset


def shifted(numbers, offset):
    with Pool(2) as pool:
        return pool.map(functools.partial(_filter, offset), numbers)


def _test_worker(factor, number):
    return number * factor


def test_scaled():
    factor = 3

    with Pool(2) as pool:
        assert pool.map(functools.partial(_test_worker, factor), [1, 2]) == [3, 6]


if __name__ == "__main__":
    print(shifted([1, 2], 10))
    test_scaled()
