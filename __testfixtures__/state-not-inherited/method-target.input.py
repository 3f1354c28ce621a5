import functools
from multiprocessing import Process

A = B = C = None


def traced(function):
    @functools.wraps(function)
    def call(*args):
        return function(*args)

    return call


@traced
def decorated():
    print(A)


class Runner:
    def work(self):
        print(B)

    @staticmethod
    def still():
        print(C)

    def start(self):
        Process(target=self.work).start()


def main():
    global A, B, C
    A = B = C = 5
    Process(target=decorated).start()
    Runner().start()
    Process(target=Runner.still).start()


if __name__ == "__main__":
    main()
