from multiprocessing import Pool as _Pool


class Process:
    def __init__(self, target):
        target()


class Pool:
    def __init__(self, size):
        self.size = size

    def map(self, f, xs):
        return [f(x) for x in xs]


def main(multiprocessing):
    Process(target=lambda: print("here"))
    print(Pool(2).map(lambda x: x, [1]))
    print(multiprocessing.Pool(2).map(lambda x: x, [1]))
    for pool in [Pool(1)]:
        print(pool.map(lambda x: x, [2]))


class Namespace:
    Pool = Pool


if __name__ == "__main__":
    main(Namespace)
