import psutil


class Pool:
    def __init__(self, size):
        self.size = size

    def map(self, function, values):
        return [function(value) for value in values]


class Process:
    def start(self):
        print("started")


print(Pool(2).map(abs, [-1]))
Process().start()
psutil.Process().name()
