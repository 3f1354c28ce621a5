from multiprocessing import Pool


def work(number):
    class Bad(Exception):
        def __init__(self, code, message):
            super().__init__(message)

    # It can't be pickled at all, and the parent gets a MaybeEncodingError.
    raise Bad(number, "no")


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(work, [1, 2])
