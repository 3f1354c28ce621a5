from multiprocessing import Pool


def square(x):
    return x * x


class Reader:
    def __init__(self, rows):
        self.rows = rows


def header_and_rows(numbers):
    pool = Pool(2)
    rows = pool.imap(square, numbers)
    header = next(rows)
    return header, rows


def rest(numbers):
    pool = Pool(2)
    rows = pool.imap(square, numbers)
    next(rows)
    return rows


def reader(numbers):
    pool = Pool(2)
    rows = pool.imap(square, numbers)
    next(rows)
    return Reader(rows)


if __name__ == "__main__":
    print(header_and_rows([1, 2]), list(rest([1, 2])), list(reader([1, 2]).rows))
    print(sum(rest(range(9))))
