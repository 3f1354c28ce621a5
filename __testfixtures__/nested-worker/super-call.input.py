from multiprocessing import Pool


class Base:
    def value(self, x):
        return x


class Child(Base):
    def run(self, xs):
        def work(x):
            return super(__class__, self).value(x)

        with Pool(2) as pool:
            return pool.map(work, xs)


if __name__ == "__main__":
    print(Child().run([1]))
