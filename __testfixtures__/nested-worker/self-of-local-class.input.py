from multiprocessing import Pool


def build():
    class Local:
        def __init__(self, n):
            self.n = n

        def run(self, xs):
            def work(x):
                return x * self.n

            with Pool(2) as pool:
                return pool.map(work, xs)

    return Local(3)


if __name__ == "__main__":
    print(build().run([1]))
