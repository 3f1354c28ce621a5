from multiprocessing import Pool


def square(number):
    return number * number


class Squares:
    with Pool(2) as pool:
        values = pool.map(square, range(3))


print(Squares.values)
