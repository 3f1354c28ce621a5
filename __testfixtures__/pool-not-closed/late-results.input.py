from multiprocessing import Pool


def square(x):
    return x * x


def careful(numbers, wanted):
    pool = Pool(2)
    results = [pool.apply_async(square, (n,)) for n in numbers]
    if wanted:
        return [result.get() for result in results]
    return None


def with_patience(number):
    pool = Pool(2)
    result = pool.apply_async(square, (number,))
    try:
        return result.get(timeout=1)
    except TimeoutError:
        return None


def main():
    print(careful([1, 2], True), with_patience(3))
    input("press enter")


if __name__ == "__main__":
    main()
