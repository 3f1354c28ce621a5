from multiprocessing import Process

import numpy


def show(values):
    print(sum(values))


if __name__ == "__main__":
    table = numpy.load("table.npy")
    process = Process(target=show, args=(table,))
    process.start()
    process.join()
