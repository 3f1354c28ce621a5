import sys
from concurrent import futures


def negate(number):
    return -number


def run(numbers):
    with futures.ProcessPoolExecutor(2) as executor:
        return list(executor.map(negate, numbers))


class Application:
    def __init__(self, numbers):
        self.numbers = numbers

    def start(self):
        print(run(self.numbers))
        return 0


def main():
    application = Application([3, 1, 2])
    return application.start()


sys.exit(main())
