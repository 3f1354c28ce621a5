from functools import partial
from multiprocessing import Pool


def count(words, letter):
    return sum(letter in word for word in words)


def main():
    rows = [["ab", "b"], ["c", "bc"]]
    with Pool(2) as pool:
        print(pool.starmap(count, [((word for word in row), "b") for row in rows]))
        print(pool.map(partial(count, (word.lower() for word in ["AB", "C"])), "abc"))
        print(pool.map(len, (word for row in rows for word in row)))


if __name__ == "__main__":
    main()
