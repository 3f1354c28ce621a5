from multiprocessing import Pool


def work(number):
    return number


def make(number):
    class Result:
        value = number

    return Result.value


def main():
    class Numbers:
        """The parent iterates; only the numbers travel."""

        def __iter__(self):
            return iter([1, 2, 3])

        def done(self, result):
            print("done", result)

    numbers = Numbers()
    with Pool(2) as pool:
        print(pool.map(work, numbers))
        print(pool.map(make, [4, 5]))
        pool.apply_async(work, (1,), callback=numbers.done).wait()


if __name__ == "__main__":
    main()
