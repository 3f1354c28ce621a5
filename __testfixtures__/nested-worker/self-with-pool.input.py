import multiprocessing as mp


class Runner:
    scale = 2

    def __init__(self, size):
        self.pool = mp.Pool(size)

    def run(self, xs):
        def work(x):
            return x * self.scale

        return self.pool.map(work, xs)


if __name__ == "__main__":
    runner = Runner(2)
    print(runner.run([1]))
    runner.pool.terminate()
