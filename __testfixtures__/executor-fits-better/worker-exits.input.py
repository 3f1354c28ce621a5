import multiprocessing as mp
import sys


def start(limit):
    global largest
    largest = limit


def check(number, name):
    if number > largest:
        sys.exit(name)
    return number


def square(number):
    return number * number


def main():
    with mp.Pool(2, start, (3,)) as pool:
        print(pool.map(square, range(4), 2), mp.current_process().name)
        print(pool.apply(check, (1, "one",)), pool.apply(int))
        print(pool.apply(check, (5, "five")))


if __name__ == "__main__":
    try:
        main()
    except SystemExit as error:
        print("exit:", error)
