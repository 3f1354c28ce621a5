from multiprocessing import Pool


def square(n):
    return n * n


def numbers(limit):
    return range(limit)


if __name__ == "__main__":
    import math

    class Table:
        def __init__(self, rows):
            self.rows = rows

    def show(table):
        print(math.fsum(table.rows), table.rows)

    with Pool(2) as pool:
        show(Table(pool.map(square, numbers(4))))
