from multiprocessing import Pool


class Model:
    def __init__(self):
        self.__slope = 2

    def run(self, xs):
        def work(x):
            return x * self.__slope

        with Pool(2) as pool:
            return pool.map(work, xs)


if __name__ == "__main__":
    print(Model().run([1, 2]))
