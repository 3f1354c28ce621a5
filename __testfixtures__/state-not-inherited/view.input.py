from multiprocessing import Pool, RawArray

import numpy


def work(number):
    return numbers[number]


if __name__ == "__main__":
    numbers = numpy.frombuffer(RawArray("d", 4))
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
