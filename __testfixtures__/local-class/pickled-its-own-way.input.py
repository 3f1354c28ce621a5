from multiprocessing import Pool


def double(number):
    return 2 * number


def main():
    class Number:
        def __init__(self, number):
            self.number = number

        def __reduce__(self):
            return int, (self.number,)

    with Pool(2) as pool:
        print(pool.map(double, [Number(1), Number(2)]))


if __name__ == "__main__":
    main()
