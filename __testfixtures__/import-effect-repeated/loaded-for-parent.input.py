from multiprocessing import Process

import numpy

table = numpy.load("table.npy")


def show(values):
    print(sum(values))


if __name__ == "__main__":
    process = Process(target=show, args=(table,))
    process.start()
    process.join()
