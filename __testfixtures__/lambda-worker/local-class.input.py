import multiprocessing


def main(xs):
    class Scale:
        def __init__(self, k):
            self.k = k

        def times(self, x):
            return x * self.k

        def run(self, xs):
            with multiprocessing.Pool(2) as pool:
                return pool.map(lambda x: self.times(x), xs)

    return Scale(2).run(xs)


if __name__ == "__main__":
    main([1])
