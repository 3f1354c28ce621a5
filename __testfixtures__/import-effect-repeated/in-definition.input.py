from multiprocessing import Pool


class Table:
    print("a table")


def register(function):
    print("registered", function.__name__)
    return function


@register
def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(4)))
