from multiprocessing import Pool


def square(number):
    return number * number


with Pool(2) as pool:
    squares = pool.map(square, range(5))


def lookup(index):
    return squares[index]


with Pool(2) as pool:
    print(pool.map(lookup, range(5)))
