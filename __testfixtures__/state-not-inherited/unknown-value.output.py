import types
from multiprocessing import Pool

shape = None


def make():
    return types.MappingProxyType({}).copy()


def work(number):
    return number, shape


def _init_worker(shape_):
    global shape
    shape = shape_


def main():
    global shape
    shape = make()
    with Pool(2, initializer=_init_worker, initargs=(shape,)) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
