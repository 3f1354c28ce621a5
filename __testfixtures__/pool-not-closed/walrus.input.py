from multiprocessing import Pool


def square(x):
    return x * x


def squares(numbers):
    return (pool := Pool(2)).map(square, numbers), pool.map(square, numbers)
