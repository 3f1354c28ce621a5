from concurrent.futures import ProcessPoolExecutor


def square(x):
    return x * x


executor = ProcessPoolExecutor(1)
executor.submit(square, 0).result()


def squares(numbers):
    return list(executor.map(square, numbers))
