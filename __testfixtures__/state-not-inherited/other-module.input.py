from multiprocessing import Pool

from tables import TABLE


def work(number):
    return number * TABLE["a"]


def main():
    TABLE["a"] = 1
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
