from multiprocessing import Pool


def square(number):
    return number * number


class Table:
    with Pool(2) as pool:
        values = pool.map(square, range(3))

    def look(self, index):
        return self.values[index]


with Pool(2) as pool:
    print(pool.map(Table().look, [2, 1]))
