import inspect
from multiprocessing import Pool


def named(factor, jobs):
    multiply = lambda value: value * factor
    print(multiply.__name__)
    if jobs == 1:
        return [multiply(1)]
    with Pool(jobs) as pool:
        return pool.map(multiply, [1, 2])


def inspected(factor, jobs):
    multiply = lambda value: value * factor
    print(inspect.isfunction(multiply))
    if jobs == 1:
        return list(map(multiply, [1]))
    with Pool(jobs) as pool:
        return pool.map(multiply, [1, 2])


if __name__ == "__main__":
    print(named(2, 1), inspected(2, 1))
    print(named(2, 2), inspected(2, 2))
