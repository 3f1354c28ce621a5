from multiprocessing import Pool, Process


class Server:
    def __init__(self):
        self.process = Process(target=print)

    def work(self, x):
        return x + 1

    def run(self):
        with Pool(1) as pool:
            return pool.map(self.work, [1])


if __name__ == "__main__":
    print(Server().run())
