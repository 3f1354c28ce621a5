from multiprocessing import Pool


def count(xs):
    offset = 0

    def advance():
        nonlocal offset
        offset += 1
        return xs

    def shift(x):
        return x + offset

    with Pool(2) as pool:
        return list(pool.imap(shift, advance()))


if __name__ == "__main__":
    print(count([1, 2]))
