import multiprocessing as mp
import sys
from concurrent.futures import ProcessPoolExecutor


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
    with ProcessPoolExecutor(2, initializer=start, initargs=(3,)) as pool:
        print(list(pool.map(square, range(4), chunksize=2)), mp.current_process().name)
        print(pool.submit(check, 1, "one").result(), pool.submit(int).result())
        print(pool.submit(check, 5, "five").result())


if __name__ == "__main__":
    try:
        main()
    except SystemExit as error:
        print("exit:", error)
