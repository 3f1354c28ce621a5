from multiprocessing import Pool


def shifted(numbers, offset):
    def filter(number):
        return number + offset

    with Pool(2) as pool:
        return pool.map(filter, numbers)


def test_scaled():
    factor = 3

    def test_worker(number):
        return number * factor

    with Pool(2) as pool:
        assert pool.map(test_worker, [1, 2]) == [3, 6]


if __name__ == "__main__":
    print(shifted([1, 2], 10))
    test_scaled()
