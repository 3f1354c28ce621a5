from multiprocessing import Pool


def make_multiplier(factor):
    return lambda x: x * factor


def make_adder(amount):
    add = lambda x: x + amount
    return add


if __name__ == "__main__":
    double = make_multiplier(2)
    with Pool(2) as pool:
        print(pool.map(make_multiplier(3), [1, 2]))
        print(pool.map(double, [1, 2]), double(5))
        print(pool.map(make_adder(1), [1, 2]))
