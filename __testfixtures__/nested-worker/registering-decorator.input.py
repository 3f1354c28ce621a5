from multiprocessing import Pool

names = []


def registered(function):
    names.append(function.__name__)
    return function


def run(factor):
    @registered
    def multiply(value):
        return value * factor

    with Pool(2) as pool:
        print(pool.map(multiply, [1, 2]), names)


if __name__ == "__main__":
    run(2)
