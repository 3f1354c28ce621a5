import sys
from multiprocessing import Pool


def work(number):
    return number if number > 0 else seed


def main():
    global seed
    if len(sys.argv) > 1:
        seed = int(sys.argv[1])
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
