from multiprocessing import Pool, Process


def work(x):
    def inner(y):
        return y + 1

    return inner(x)


def make(n):
    return work


class Job:
    @staticmethod
    def static(x):
        return x

    def run(self, xs):
        with Pool(2) as pool:
            return pool.map(self.one, xs) + pool.map(Job.static, xs)

    def one(self, x):
        return -x


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]), pool.map(make(3), [1]), Job().run([1]))
    p = Process(target=work, args=(1,))
    p.start()
    p.join()
