from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    executor = ProcessPoolExecutor(2)


def square(n):
    return n * n


if __name__ == "__main__":
    print(list(executor.map(square, range(4))))
    executor.shutdown()
