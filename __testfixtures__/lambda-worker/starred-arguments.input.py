import multiprocessing


def main(xs):
    work = (lambda x: x, xs)
    with multiprocessing.Pool(2) as pool:
        return pool.map(*work), pool.map(**{"func": lambda x: x, "iterable": xs})


if __name__ == "__main__":
    multiprocessing.freeze_support()
