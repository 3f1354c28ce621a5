import multiprocessing
from multiprocessing import Pool as Workers


def square(x):
    return x * x


def squares(numbers):
    with Workers(2) as pool:
        return pool.map(square, numbers)


def main():
    with multiprocessing.Pool(2) as pool_2:
        result = pool_2.map(square, range(3))
    print(result)
    pool = "a name that is taken"
    with Workers(2) as pool_2:
        for value in pool_2.imap(square, range(2)):
            print(value, pool)
    print(squares([4, 5]))


if __name__ == "__main__":
    main()
