from multiprocessing import Pool


def power(numbers, exponent):
    with Pool(processes=2) as pool:
        pairs = pool.starmap(lambda a, b: a - b, zip(numbers, numbers))
        return pairs, pool.map(lambda n: n**exponent, [n for n in numbers],)


if __name__ == "__main__":
    print(power([1, 2, 3], 2))
