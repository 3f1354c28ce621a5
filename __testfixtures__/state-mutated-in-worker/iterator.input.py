from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool

halves = []
pairs = []
sums = []


def halve(number):
    halves.append(number / 2)


def pair(number):
    pairs.append([
        number,
        number + 1,
    ])


def add(left, right):
    result = left + right
    sums.append(result)
    return result


def main():
    with Pool(2) as pool:
        list(pool.imap(halve, [2, 4, 6]))
        pool.starmap(add, [(1, 2), (3, 4)], chunksize=1)
    with ProcessPoolExecutor(2) as executor:
        executor.map(pair, [1, 2])
    print(halves, pairs, sums)


if __name__ == "__main__":
    main()
