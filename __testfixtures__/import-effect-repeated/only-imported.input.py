from multiprocessing import Pool

print("squares:")


def square(n):
    return n * n


def squares(numbers):
    with Pool(2) as pool:
        return pool.map(square, numbers)
