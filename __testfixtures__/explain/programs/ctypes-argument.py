import ctypes
from multiprocessing import Pool


class Node(ctypes.Structure):
    _fields_ = [("next", ctypes.c_void_p)]


def work(node):
    return 1


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(work, [Node()]))
