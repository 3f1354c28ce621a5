import multiprocessing


def square(x):
    return x * x


pool = multiprocessing.Pool(2)


def show(values):
    print("values:", values)


show(pool.map(square, range(3)))
