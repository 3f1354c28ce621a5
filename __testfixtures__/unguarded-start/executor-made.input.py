from concurrent.futures import ProcessPoolExecutor

executor = ProcessPoolExecutor(2)


def square(number):
    return number * number


def main():
    print(list(executor.map(square, range(3))))


if __name__ == "__main__":
    main()
    executor.shutdown()
