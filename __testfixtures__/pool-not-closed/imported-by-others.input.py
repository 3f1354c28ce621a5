from multiprocessing import Pool


def square(x):
    return x * x


workers = Pool(2)
squares = workers.map(square, range(3))
