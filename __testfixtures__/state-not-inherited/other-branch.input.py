import sys
from multiprocessing import Pool

MODE = "many"


def work(number):
    return number, MODE


def single():
    print([work(number) for number in (1, 2)])


def main():
    global MODE
    if len(sys.argv) > 1:
        MODE = "one"
        single()
    else:
        with Pool(2) as pool:
            print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
