from contextlib import suppress
from multiprocessing import Pool


def square(x):
    return x * x


def squares(numbers):
    pool = Pool(2)
    print(pool.map(square, numbers))
    pool.join()


def suppressed(numbers):
    pool = Pool(2)
    print(pool.map(square, numbers))
    with suppress(ValueError):
        pool.join()
    pool.terminate()


def main():
    try:
        squares([1, 2])
    except ValueError:
        print("running")
    suppressed([1])


if __name__ == "__main__":
    main()
