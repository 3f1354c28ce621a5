from functools import partial
from multiprocessing import Process


def later(function):
    return lambda *args: partial(function, *args)


@later
def work(number):
    print(number)


if __name__ == "__main__":
    process = Process(target=work(1))
    process.start()
    process.join()
