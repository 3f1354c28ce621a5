import multiprocessing

pool = None
helpers = None


def square(x):
    return x * x


def start():
    global pool
    pool = multiprocessing.Pool(2)


def squares(values):
    return pool.map(square, values)


def helped(values):
    return helpers.map(square, values)


if __name__ == "__main__":
    helpers = multiprocessing.Pool(2)
    start()
    print(squares([1]), helped([2]))
