from pathos.helpers import mp
from pathos.pools import _ProcessPool as Pool


def main():
    offset = mp.cpu_count() * 0 + 5

    def add(number):
        return number + offset

    with Pool(2) as pool:
        print(pool.map(add, [1, 2, 3]))


if __name__ == "__main__":
    main()
