from multiprocessing import Process


class Square(Process):
    made = 0

    def __init__(self, number):
        super().__init__()
        self.number = number
        self.result = None

    def run(self):
        self.result = self.number ** 2
        Square.made += 1


class Search:
    def __init__(self):
        self.found = []

    def look(self, text):
        self.found += [text]

    def start(self):
        process = Process(target=self.look, args=("fox",))
        process.start()
        process.join()
        return len(self.found)


if __name__ == "__main__":
    squares = [Square(number) for number in range(3)]
    for square in squares:
        square.start()
    for square in squares:
        square.join()
    print([square.result for square in squares], Square.made)
    print(Search().start())
