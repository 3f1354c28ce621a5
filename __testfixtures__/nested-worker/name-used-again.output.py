import functools
from multiprocessing import Pool, Process, Queue


def add(number, value):
    return value + number


class Makers:
    @staticmethod
    def adder(number):
        return functools.partial(add, number)


def work(results, attempt):
    results.put(attempt)


def put(results, value):
    # type: (int) -> None
    results.put(value * 10)


def run(results):
    # type: (Queue) -> None

    attempt = 0
    while attempt < 2:
        attempt += 1

        process = Process(target=work, args=(results, attempt))
        try:
            process.start()
        finally:
            process.join()
        print(results.get())
    for value in (3, 4):
        process = Process(target=put, args=(results, value))
        process.start()
        print(results.get())
        process.join()


if __name__ == "__main__":
    run(Queue())
    with Pool(2) as pool:
        print(pool.map(Makers.adder(1), [2, 3]))
