import types
from multiprocessing import Pool

shape = None


def make():
    return types.MappingProxyType({}).copy()


def work(number):
    return number, shape


def main():
    global shape
    shape = make()
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
