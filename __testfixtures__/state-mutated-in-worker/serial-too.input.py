import sys
from multiprocessing import Pool

results = []
count = 0


def work(number):
    global count
    count += 1
    results.append(number)


def other(number):
    work(number)


def main(parallel):
    if parallel:
        with Pool(2) as pool:
            pool.map(other, range(3))
    else:
        for number in range(3):
            other(number)
    print(results, count)


if __name__ == "__main__":
    main("-p" in sys.argv)
