import multiprocessing
from multiprocessing import Pool as Workers


def square(x):
    return x * x


def squares(numbers):
    return Workers(2).map(square, numbers)


def main():
    result = multiprocessing.Pool(2).map(square, range(3))
    print(result)
    pool = "a name that is taken"
    for value in Workers(2).imap(square, range(2)):
        print(value, pool)
    print(squares([4, 5]))


if __name__ == "__main__":
    main()
