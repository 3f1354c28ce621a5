# What pdb, Spyder and IPython's %run leave behind.
from multiprocessing import Process

del __spec__


def work():
    pass


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
