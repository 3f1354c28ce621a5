from concurrent.futures import ProcessPoolExecutor


def list(numbers):
    return next(numbers)


if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(lambda x: x, [1])))
