from multiprocessing import Pool


class Squares:
    def __init__(self, offset):
        self.offset = offset
        self.pool = Pool(2)

    def __getstate__(self):
        state = self.__dict__.copy()
        state.pop("pool", None)
        return state

    def square(self, number):
        return number * number + self.offset

    def run(self, numbers):
        results = self.pool.map(self.square, numbers)
        self.pool.close()
        self.pool.join()
        return results


if __name__ == "__main__":
    print(Squares(1).run([1, 2, 3]))
