from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool


def square(x):
    return x * x


def row(n):
    with Pool(2) as inner:
        return inner.map(square, range(n))


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as outer:
        print(list(outer.map(row, [2, 3])))
