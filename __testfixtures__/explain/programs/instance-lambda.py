from multiprocessing import Pool


class Model:
    def __init__(self, factor):
        self.scale = lambda x: x * factor

    def predict(self, x):
        return self.scale(x)

    def run(self):
        with Pool(1) as pool:
            return pool.map(self.predict, [1, 2])


if __name__ == "__main__":
    print(Model(2).run())
