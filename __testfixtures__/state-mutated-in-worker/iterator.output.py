from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool

halves = []
pairs = []
sums = []


def halve(number):
    return number / 2


def pair(number):
    return [
        number,
        number + 1,
    ]


def add(left, right):
    result = left + right
    return result


def main():
    with Pool(2) as pool:
        halves.extend(pool.imap(halve, [2, 4, 6]))
        sums.extend(pool.starmap(add, [(1, 2), (3, 4)], chunksize=1))
    with ProcessPoolExecutor(2) as executor:
        pairs.extend(executor.map(pair, [1, 2]))
    print(halves, pairs, sums)


if __name__ == "__main__":
    main()
