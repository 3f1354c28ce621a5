import multiprocessing


class Job:
    def __step(self, x):
        return x

    def run(self, xs):
        with multiprocessing.Pool(2) as pool:
            return pool.map(lambda x: self.__step(x), xs)


if __name__ == "__main__":
    Job().run([1])
