from multiprocessing import Pool

TABLE = {}


class Reader:
    table = TABLE


def work(key):
    return TABLE[key] == Reader.table[key]


def main():
    TABLE["a"] = 1
    with Pool(2) as pool:
        print(pool.map(work, ["a"]))


if __name__ == "__main__":
    main()
