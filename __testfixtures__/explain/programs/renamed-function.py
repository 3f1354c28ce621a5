from multiprocessing import Pool


def make(name):
    def work(x):
        return x + 1

    work.__name__ = work.__qualname__ = name
    return work


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(make("add"), [1]))
