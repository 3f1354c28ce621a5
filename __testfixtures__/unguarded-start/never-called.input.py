from multiprocessing import Pool, Process


def square(number):
    return number * number


def parallel(numbers):
    with Pool() as pool:
        return pool.map(square, numbers)


class Service:
    def __init__(self):
        self.pool = Pool(2)

    def launch(self):
        Process(target=square, args=(1,)).start()


later = lambda numbers: Pool(2).map(square, numbers)
squares = [square(number) for number in range(3)]
print(squares, Service, parallel)
