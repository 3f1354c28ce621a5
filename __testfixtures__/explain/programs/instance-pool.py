from multiprocessing import Pool


class Runner:
    def __init__(self):
        self.pool = Pool(1)

    def work(self, x):
        return x + 1

    def run(self):
        return self.pool.map(self.work, [1, 2])


if __name__ == "__main__":
    runner = Runner()
    try:
        print(runner.run())
    finally:
        runner.pool.terminate()
