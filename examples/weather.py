"""Average the temperatures of some towns with a pool that an object keeps."""
from multiprocessing import Pool

TEMPERATURES = {"Aal": [3, 5, 7], "Bree": [10, 14]}


class Station:
    def __init__(self, digits):
        self.digits = digits
        self.pool = Pool(2)

    def average(self, town):
        temperatures = TEMPERATURES[town]
        return town, round(sum(temperatures) / len(temperatures), self.digits)

    def report(self):
        for town, average in self.pool.map(self.average, TEMPERATURES):
            print(town, average)
        self.pool.close()
        self.pool.join()


if __name__ == "__main__":
    Station(1).report()
