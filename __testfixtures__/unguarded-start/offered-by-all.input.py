from multiprocessing import Pool

__all__ = ["square", "squares"]


def square(x):
    return x * x


with Pool(2) as pool:
    squares = pool.map(square, range(3))

print(squares)
