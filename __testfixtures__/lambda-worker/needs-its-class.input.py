import multiprocessing


class Base:
    def step(self, x):
        return x


class Job(Base):
    def run(self, xs):
        with multiprocessing.Pool(2) as pool:
            first = pool.map(lambda x: super().step(x), xs)
            second = pool.map(lambda x: __class__.__name__ + str(x), xs)
            return first, second


if __name__ == "__main__":
    Job().run([1])
