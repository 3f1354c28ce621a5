from multiprocessing import Pool


def timed(func):
    def inner(n):
        return func(n)

    return inner


@timed
def work(n):
    return n


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            print(pool.map(work, [1, 2]))
        except Exception as e:
            print("serial:", [work(n) for n in [1, 2]])
