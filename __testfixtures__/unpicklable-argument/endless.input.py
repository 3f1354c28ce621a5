import itertools
from multiprocessing import Pool


def first(numbers):
    for number in numbers:
        if number > 3:
            return number


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.apply(first, ((n * 2 for n in itertools.count()),)))
