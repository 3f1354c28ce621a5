from multiprocessing import Pool, Process, Queue


class Makers:
    @staticmethod
    def adder(number):
        def add(value):
            return value + number

        return add


def run(results):
    # type: (Queue) -> None
    def put(value):
        # type: (int) -> None
        results.put(value * 10)

    attempt = 0
    while attempt < 2:
        attempt += 1

        def work():
            results.put(attempt)

        process = Process(target=work)
        try:
            process.start()
        finally:
            process.join()
        print(results.get())
    for value in (3, 4):
        process = Process(target=put, args=(value,))
        process.start()
        print(results.get())
        process.join()


if __name__ == "__main__":
    run(Queue())
    with Pool(2) as pool:
        print(pool.map(Makers.adder(1), [2, 3]))
